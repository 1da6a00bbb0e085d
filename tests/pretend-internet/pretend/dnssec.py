"""Validation of the signed zones, by BIND's `delv`. A zone is bogus when the parent's DS is of another key than its own."""
import functools
import subprocess
import threading

from . import domains
from . import world as w

KNOT = ['@127.0.0.1', '-p', '5300']
SIGNED = domains.signed()
lock = threading.Lock()
STRANGE_DS = '12345 13 2 "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"'


def zone_of(name):
    return next((zone for zone in SIGNED if name == zone or name.endswith('.' + zone)), None)


@functools.cache
def anchor(zone):
    """What the parent says of the zone's key, as a file for delv."""
    told = f'static-ds {STRANGE_DS}'
    if SIGNED[zone] == 'good':
        keys = subprocess.run(['dig', *KNOT, '+short', 'DNSKEY', zone], capture_output=True, text=True).stdout.splitlines()
        flags, protocol, algorithm, *key = next(k for k in keys if k.startswith('257')).split()
        told = f'static-key {flags} {protocol} {algorithm} "{"".join(key)}"'
    path = f'{w.STATE}/dns/{zone}.anchor'
    with open(path, 'w', encoding='ascii') as f:
        f.write(f'trust-anchors {{ {zone}. {told}; }};\n')
    return path


@functools.cache
def stands(zone):
    """Whether the zone's own records stand up to validation; asked once, as nothing about it changes."""
    said = subprocess.run(['delv', *KNOT, '-a', anchor(zone), f'+root={zone}', zone, 'SOA'], capture_output=True, text=True)
    return 'fully validated' in said.stdout


def is_bogus(name):
    """True when the name is in a signed zone that does not stand up to validation."""
    zone = zone_of(name)
    if not zone:
        return False
    with lock:
        return not stands(zone)
