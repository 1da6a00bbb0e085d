#!/usr/bin/env python3
"""Proves that the pretend internet behaves as its README says. usage: run.sh prove/prove.py [WORD]   (WORD: only checks whose sentence holds it)"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import kit
import names, domains, google, microsoft, roads, mailboxes, faults, surroundings  # noqa: E401,F401

if len(sys.argv) > 1:
    kit.CHECKS[:] = [c for c in kit.CHECKS if sys.argv[1] in c[0]]
kit.run()
