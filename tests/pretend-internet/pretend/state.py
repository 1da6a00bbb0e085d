"""What tests may change while the pretend internet runs, and what they may ask about afterwards."""
import json
import subprocess
import threading
import time

from . import domains
from . import world as w

lock = threading.Lock()
healed = set()          # fault domains that work now
accounts = {}           # address -> knobs (see the README)
blocked = set()         # hosts that the network refuses
names = {}              # name -> servfail | timeout | nxdomain
network = {'up': True, 'dead': False, 'captive': False}     # the cable is in; nobody answers; a captive portal answers for everybody
sessions = []           # one entry an SMTP conversation
calls = []              # one entry a call of a sending API


def fault(domain):
    """The active fault of a domain ({} when there is none or it was healed)."""
    return {} if domain in healed else w.FAULTS.get(domain, {})


def knob(address, name):
    return accounts.get(address, {}).get(name)


def log(file, *fields):
    """One tab-separated line in $PI_RUN/FILE."""
    with lock, open(f'{w.RUN}/{file}', 'a', encoding='utf-8') as f:
        f.write('\t'.join([f'{time.time():.3f}', *map(str, fields)]) + '\n')


def nft(*words):
    subprocess.run(['nft', *words], check=False, capture_output=True)


def packets(domain):
    """Brings the firewall in line with a domain's fault."""
    kind = w.FAULTS[domain].get('packets')
    if kind:
        nft('delete' if domain in healed else 'add', 'element', 'inet', 'pretend', kind, f"{{ {w.ADDRESS['mail.' + domain]} }}")


def set_blocked(host, closed):
    """A network that refuses connections to a host."""
    (blocked.add if closed else blocked.discard)(host)
    nft('add' if closed else 'delete', 'element', 'inet', 'pretend', 'refused', f"{{ {w.ADDRESS[host]} }}")


def strays(kept='strays'):
    """Connections somebody tried to make out of the pretend internet: [address, protocol, port]."""
    out = subprocess.run(['nft', '-j', 'list', 'set', 'inet', 'pretend', kept], capture_output=True, text=True).stdout
    found = [x['set'].get('elem', []) for x in json.loads(out)['nftables'] if 'set' in x]
    return [e['concat'] for elems in found for e in elems]


def watched():
    """Connections that a search must never make: to mail and web ports of this computer, to private IPv6 addresses, to plain http."""
    return sorted(strays('inward') + strays('inward6') + strays('plain'))


def set_dead(dead):
    """While it lasts every name is answered and every server drops what it gets."""
    network['dead'] = dead
    for net in (w.NET, w.FAR):
        nft('add' if dead else 'delete', 'element', 'inet', 'pretend', 'blackhole', f'{{ {net}2-{net}254 }}')
    for domain in w.FAULTS:
        packets(domain)
    drop_for_good()


def drop_for_good():
    nft('add', 'element', 'inet', 'pretend', 'blackhole', f'{{ {w.ADDRESS[domains.DROPPED]} }}')


def set_network(up):
    """The cable: while it is out, no name is answered and no server can be reached."""
    network['up'] = up
    for net in (w.NET, w.FAR):
        verb = ['replace', 'local'] if up else ['replace', 'unreachable']
        subprocess.run(['ip', 'route', 'del', 'local', f'{net}0/24', 'table', 'local'], capture_output=True)
        subprocess.run(['ip', 'route', 'del', 'unreachable', f'{net}0/24', 'table', 'local'], capture_output=True)
        subprocess.run(['ip', 'route', *verb, f'{net}0/24', 'table', 'local', *(['dev', 'lo', 'src', w.CLIENT] if up else [])], capture_output=True)


def reset():
    for host in list(blocked):
        set_blocked(host, False)
    healed.clear(), accounts.clear(), names.clear(), sessions.clear(), calls.clear()
    if not network['up']:
        set_network(True)
    if network['dead']:
        set_dead(False)
    network['captive'] = False
    for domain in w.FAULTS:
        packets(domain)
    drop_for_good()
