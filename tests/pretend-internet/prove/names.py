"""Names, addresses, autoconfig files, and that nothing gets out."""
import re
import socket
import subprocess

from kit import RUN, WORLD, check, control, dig, fetch


@check('every host has a public-looking address of its own')
def addresses():
    found = [socket.gethostbyname(h) for h in WORLD['hosts'] if h != 'mail.nohost.example']
    assert len(set(found)) == len(found) and all(a.startswith(('11.22.33.', '11.22.34.')) for a in found), found


@check('unknown names are NXDOMAIN')
def unknown():
    for name in ('nowhere.example', 'autoconfig.lonely.example', 'www.google.com', 'autoconfig.gmail.com'):
        assert 'status: NXDOMAIN' in dig(name, 'MX'), name


@check('MX of a Workspace company, old and new, of outlook.jp and of a Microsoft 365 company')
def mx():
    assert dig('+short', 'MX', 'workspace-company.example').strip() == '1 smtp.google.com.'
    assert 'aspmx.l.google.com.' in dig('+short', 'MX', 'old-workspace.example')
    assert dig('+short', 'MX', 'outlook.jp').strip().endswith('olc.protection.outlook.com.')
    assert dig('+short', 'MX', 'ms-company.example').strip().endswith('ms-company-example.mail.protection.outlook.com.')


@check('SRV points to the hosting company')
def srv():
    assert dig('+short', 'SRV', '_submissions._tcp.srvonly.example').strip() == '0 1 465 sv1.hosting.example.'


@check('the DNS log says which process asked what')
def log():
    subprocess.run(['dig', 'who-asked.example'], capture_output=True)
    assert re.search(r'\d+/(dig|isc-\w+)\twho-asked.example\tA\tNXDOMAIN', (RUN / 'dns.log').read_text()), (RUN / 'dns.log').read_text()[-400:]


@check('autoconfig of the shop, of example.jp and of a well-known path; ISPDB; 404 elsewhere')
def autoconfig():
    for url in ('https://autoconfig.shop.example/mail/config-v1.1.xml', 'https://autoconfig.example.jp/mail/config-v1.1.xml',
                'https://wellknown.example/.well-known/autoconfig/mail/config-v1.1.xml', 'https://v1.ispdb.net/ispdbonly.example'):
        status, text = fetch(url)
        assert status == 200 and '<hostname>sv1.hosting.example</hostname><port>465</port>' in text, (url, text)
    assert fetch('https://v1.ispdb.net/shop.example')[0] == 404


@check('what is only received by POP is said so')
def pop_only():
    text = fetch('https://autoconfig.poponly.example/mail/config-v1.1.xml')[1]
    assert 'type="pop3"' in text and 'type="imap"' not in text


@check('a connection to elsewhere is refused at once and remembered')
def strays():
    for address in (('93.184.216.34', 443), ('10.0.0.5', 25)):
        try:
            socket.create_connection(address, 3)
        except (ConnectionRefusedError, PermissionError):
            continue
        raise AssertionError(address)
    assert [['93.184.216.34', 'tcp', 443], ['10.0.0.5', 'tcp', 25]] == sorted(control('/strays'), reverse=True), control('/strays')


@check('the cable can be pulled and put back')
def cable():
    control('/network', up=False)
    try:
        assert 'ANSWER' not in dig('+time=1', 'smtp.gmail.com')
        try:
            socket.create_connection((WORLD['hosts']['smtp.gmail.com']['address'], 465), 2)
        except OSError as e:
            assert e.errno in (101, 113), e
        else:
            raise AssertionError('still connected')
    finally:
        control('/network', up=True)
    assert socket.create_connection(('smtp.gmail.com', 465), 2)


@check('a name can be made to fail: SERVFAIL, silence, NXDOMAIN')
def name_faults():
    control('/dns', name='v1.ispdb.net', fault='servfail')
    assert 'status: SERVFAIL' in dig('v1.ispdb.net')
    control('/dns', name='v1.ispdb.net', fault='nxdomain')
    assert 'status: NXDOMAIN' in dig('v1.ispdb.net')
    control('/dns', name='v1.ispdb.net', fault='timeout')
    assert 'timed out' in dig('+time=1', 'v1.ispdb.net')
    control('/dns', name='v1.ispdb.net', fault=None)
    assert 'status: NOERROR' in dig('v1.ispdb.net')
