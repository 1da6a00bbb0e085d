#!/usr/bin/env python3
"""Reads a message back by IMAP: prints the raw message whose subject holds CODE.

usage: read-mail.py USER CODE [--wait SECONDS] [--where]
  USER    an address of the table; the code is looked for in the inbox and in Junk
  --wait  looks again for so long (default 5)
  --where prints the folder's name instead of the message
exit: 0 found, 1 not found, 2 the mailbox cannot be entered
"""
import argparse
import imaplib
import json
import os
import ssl
import sys
import time


def find(user, code, world):
    box = imaplib.IMAP4_SSL(world['postbox'], 993, ssl_context=ssl._create_unverified_context())   # its own door, not a provider's
    try:
        box.login(f'{user}*reader', 'reads-everything')
        for folder in ('INBOX', 'Junk'):
            if box.select(folder, readonly=True)[0] != 'OK':
                continue
            numbers = box.search(None, 'SUBJECT', f'"{code}"')[1][0].split()
            if numbers:
                return folder, box.fetch(numbers[-1], '(BODY.PEEK[])')[1][0][1]
        return None
    finally:
        box.logout()


def main():
    p = argparse.ArgumentParser()
    p.add_argument('user'), p.add_argument('code'), p.add_argument('--wait', type=float, default=5), p.add_argument('--where', action='store_true')
    a = p.parse_args()
    with open(f"{os.environ['PI_RUN']}/world.json", encoding='utf-8') as f:
        world = json.load(f)
    end = time.monotonic() + a.wait
    while True:
        try:
            found = find(a.user, a.code, world)
        except (OSError, imaplib.IMAP4.error) as e:
            print(e, file=sys.stderr)
            return 2
        if found:
            sys.stdout.write(found[0] + '\n') if a.where else sys.stdout.buffer.write(found[1])
            return 0
        if time.monotonic() > end:
            return 1
        time.sleep(0.2)


if __name__ == '__main__':
    sys.exit(main())
