"""What tests may change while the pretend internet runs, and what they may ask about afterwards."""
import json
import subprocess
import threading
import time

from . import world as w

lock = threading.Lock()
healed = set()          # fault domains that work now
accounts = {}           # address -> knobs (see the README)
names = {}              # name -> servfail | timeout | nxdomain
network = {'up': True}
sessions = []           # one entry an SMTP conversation


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


def strays():
    """Connections somebody tried to make out of the pretend internet: [address, protocol, port]."""
    out = subprocess.run(['nft', '-j', 'list', 'set', 'inet', 'pretend', 'strays'], capture_output=True, text=True).stdout
    found = [x['set'].get('elem', []) for x in json.loads(out)['nftables'] if 'set' in x]
    return [e['concat'] for elems in found for e in elems]


def set_network(up):
    """The cable: while it is out, no name is answered and no server can be reached."""
    network['up'] = up
    for net in (w.NET, w.FAR):
        verb = ['replace', 'local'] if up else ['replace', 'unreachable']
        subprocess.run(['ip', 'route', 'del', 'local', f'{net}0/24', 'table', 'local'], capture_output=True)
        subprocess.run(['ip', 'route', 'del', 'unreachable', f'{net}0/24', 'table', 'local'], capture_output=True)
        subprocess.run(['ip', 'route', *verb, f'{net}0/24', 'table', 'local', *(['dev', 'lo', 'src', w.CLIENT] if up else [])], capture_output=True)


def reset():
    healed.clear(), accounts.clear(), names.clear(), sessions.clear()
    if not network['up']:
        set_network(True)
    for domain in w.FAULTS:
        packets(domain)
