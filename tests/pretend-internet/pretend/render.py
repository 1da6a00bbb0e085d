"""Writes the zone, the server configurations and the certificate list from the table. Run once at start."""
import json
import os
import re
from pathlib import Path

from . import domains
from . import world as w

HERE = Path(__file__).resolve().parent.parent
STATE, RUN = Path(w.STATE), Path(w.RUN)
POSTBOX = f'{w.NET}9'     # where the tests read everybody's mail


def render(template, out, **values):
    """Replaces @NAME@ in a template."""
    values = {'STATE': str(STATE), 'RUN': str(RUN), 'OAUTH': str(w.OAUTH), 'POSTBOX': POSTBOX, **values}
    text = (HERE / 'templates' / template).read_text()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(re.sub(r'@([A-Z_]+)@', lambda m: values[m[1]], text))


def dns():
    lines = ['$ORIGIN .', '$TTL 60', '@ SOA ns.pretend. host.pretend. 1 3600 600 86400 60', '@ NS ns.pretend.', 'ns.pretend. A 127.0.0.1']
    for name, address in w.ADDRESS.items():
        lines.append(f'{name}. A {w.FAR_ADDRESS[name] if name in w.DELAYS else address}')
    lines += [f'{d}. MX 10 mail.{d}.' for d in w.FAULTS]
    (STATE / 'dns').mkdir(parents=True, exist_ok=True)
    own, signed, zones = domains.zones(), domains.signed(), ''
    for row in domains.ROWS:
        name, records = row['name'], list(domains.zone(row, w.ADDRESS))
        if name in own:
            # a foreign record would be out of this zone
            lines += [r for r in records if not r.split(' ')[0].endswith(f'{name}.')]
            records = [r for r in records if r.split(' ')[0].endswith(f'{name}.')]
            head = [f'{name}. 60 SOA ns.pretend. host.pretend. 1 3600 600 86400 60', *([] if any(' NS ' in r for r in records) else [f'{name}. NS ns.pretend.'])]
            (STATE / f'dns/{name}.zone').write_text('\n'.join(['$TTL 60', *head, *records, '']))
            zones += f'  - domain: {name}\n    file: {name}.zone\n    zonefile-sync: -1\n    journal-content: none\n'
            zones += '    zonefile-load: whole\n    dnssec-signing: on\n    dnssec-policy: signed\n' if name in signed else ''
        else:
            lines += records
    (STATE / 'dns/root.zone').write_text('\n'.join(lines) + w.RECORDS)
    render('knot.conf', STATE / 'dns/knot.conf', SIGNED=zones)


def dovecot():
    imap, pop = w.with_service('imap'), w.with_service('pop')
    local = ''.join(f'local {w.ADDRESS[h]} {{\n  ssl_cert = <{STATE}/ca/{w.HOSTS[h][0]}.pem\n  ssl_key = <{STATE}/ca/{w.HOSTS[h][0]}.key\n}}\n' for h in imap)
    render('dovecot.conf', STATE / 'dovecot/dovecot.conf', LOCAL_CERTIFICATES=local,
           IMAP_ADDRESSES=' '.join([POSTBOX, *(w.ADDRESS[h] for h in imap)]), POP_ADDRESSES=' '.join(w.ADDRESS[h] for h in pop))
    render('oauth2.conf.ext', STATE / 'dovecot/oauth2.conf.ext')
    users = []
    for address, a in w.ACCOUNTS.items():
        if a['provider'] == 'icloud':      # the mailbox there is entered by the part before the @ as well
            users.append(f"{address.split('@')[0]}:{{PLAIN}}{a['app_password']}::::::user={address}")
        secret = a.get('app_password') if a['provider'] in ('google', 'icloud') else None if a['provider'] in w.MICROSOFT_CLIENTS else a['password']
        if secret:
            users.append(f'{address}:{{PLAIN}}{secret}::::::')
    (STATE / 'dovecot/users').write_text('\n'.join(users) + '\n')
    (STATE / 'dovecot/readers').write_text('reader:{PLAIN}reads-everything::::::\n')
    for sub in ('run', 'state'):
        (STATE / 'dovecot' / sub).mkdir(exist_ok=True)
    (STATE / 'mail').mkdir(exist_ok=True)


def postfix():
    options = '-o smtpd_sasl_auth_enable=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject -o smtpd_sender_restrictions=reject_sender_login_mismatch'
    listeners = []
    for host in w.with_service('postfix'):
        chain = f'-o myhostname={host} -o smtpd_tls_chain_files={STATE}/ca/{w.HOSTS[host][0]}.key,{STATE}/ca/{w.HOSTS[host][0]}.pem'
        listeners.append(f'{w.ADDRESS[host]}:465 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes {options} {chain}')
        if host == w.HOSTING:
            listeners.append(f'{w.ADDRESS[host]}:587 inet n - n - - smtpd -o smtpd_tls_security_level=encrypt -o smtpd_tls_auth_only=yes {options} {chain}')
    etc = STATE / 'postfix/etc'
    render('main.cf', etc / 'main.cf', MAIL_DOMAINS=' '.join(sorted({a.split('@')[1] for a in w.ACCOUNTS})))
    render('master.cf', etc / 'master.cf', SUBMISSION='\n'.join(listeners))
    (etc / 'mailboxes').write_text(''.join(f'{a} ok\n' for a in w.ACCOUNTS))
    (etc / 'senders').write_text(''.join(f'{a} {a}\n' for a, v in w.ACCOUNTS.items() if v['provider'] in ('hosting', 'lonely')))
    for sub in ('spool', 'data'):
        (STATE / 'postfix' / sub).mkdir(exist_ok=True)


def main():
    os.umask(0o022)
    dns(), dovecot(), postfix()
    (STATE / 'certificates').write_text(''.join(f'{n} {kind} {",".join("DNS:" + h for h in hosts)}\n' for n, (kind, hosts) in w.certificates().items()))
    (RUN / 'world.json').write_text(json.dumps({
        'accounts': w.ACCOUNTS, 'hosts': {h: {'address': w.ADDRESS[h], 'services': s.split(), 'certificate': c} for h, (c, s) in w.HOSTS.items()}, 'faults': list(w.FAULTS), 'tenants': domains.tenants(),
        'google_client': w.GOOGLE_CLIENT[0], 'google_secret': w.GOOGLE_CLIENT[1], 'microsoft_clients': w.MICROSOFT_CLIENTS,
        'control': w.CONTROL, 'oauth': w.OAUTH, 'postbox': POSTBOX}, indent=1))


if __name__ == '__main__':
    main()
