"""The domains of `domains/`: that their places, faults and switches are what the rows say."""
import json
import socket
import ssl
import time

from kit import RUN, TRUST, check, connect, control, dig, fetch, open_port


def greeting(port):
    return connect('smtp.gate-own-server.example', port).has_extn('auth')


@check('a settings file for each name of the shared server; 404 elsewhere; a certificate for the names alone')
def shared():
    assert '<hostname>smtp.own-autoconfig.example</hostname>' in fetch('https://autoconfig.own-autoconfig.example/mail/config-v1.1.xml')[1]
    assert 'listed.ispdb-against-srv.example' in fetch('https://v1.ispdb.net/ispdb-against-srv.example')[1]
    assert fetch('https://own-well-known.example/')[0] == 404
    try:
        socket_to('web.many.example', 'autoconfig.nobody.example')
    except ssl.SSLCertVerificationError:
        return
    raise AssertionError('a certificate for any name')


def socket_to(host, name, wait=3):
    return TRUST.wrap_socket(socket.create_connection((host, 443), wait), server_hostname=name)


@check('submission on both ports, or on one')
def ports():
    assert greeting(465) and greeting(587)
    assert open_port('smtp.probe-tls.example', 465) and not open_port('smtp.probe-tls.example', 587)
    assert open_port('mail.probe-starttls.example', 587) and not open_port('mail.probe-starttls.example', 465)


@check('closed refuses, dropped does not answer, silent never ends the handshake')
def places():
    began = time.monotonic()
    assert not open_port('closed.many.example', 443) and time.monotonic() - began < 0.5
    assert not open_port('dropped.many.example', 443, 1) and time.monotonic() - began > 1
    assert open_port('silent.many.example', 443)
    try:
        socket_to('silent.many.example', 'silent.many.example', 1)
    except TimeoutError:
        return
    raise AssertionError('a handshake')


@check('DNSSEC: a broken chain is SERVFAIL, a good one is answered with its signatures')
def chain():
    assert 'status: SERVFAIL' in dig('bogus.example', 'MX') and 'status: SERVFAIL' in dig('smtp.bogus.example')
    good = dig('+dnssec', 'signed.example', 'MX')
    assert 'status: NOERROR' in good and 'RRSIG' in good, good


@check('a lame delegation is SERVFAIL; sixty MX records come by TCP; a chain and a loop of aliases')
def names():
    assert 'status: SERVFAIL' in dig('lame.example', 'MX')
    assert '(TCP)' in dig('big-answer.example', 'MX')
    assert dig('+short', 'autoconfig.cname-chain.example').splitlines()[-1].startswith('11.22.33.')
    assert '11.22.33.' not in dig('+short', 'cname-loop.example')


@check('name servers and names of addresses of a hosting company')
def signs():
    assert 'uns01.lolipop.jp.' in dig('+short', 'NS', 'ns-sign.example')
    assert dig('+short', '-x', socket.gethostbyname('ptr-sign.example')).strip() == 'sv7002.xserver.jp.'


@check('forged answers come before the true one, with a wrong number and with a wrong question')
def forged():
    said = dig('forged.example', 'MX')
    assert 'ID mismatch' in said and 'Question section mismatch' in said and 'mx.far.example.' in said and 'google' not in said.lower(), said


@check('Microsoft knows the tenants of the table and nobody else')
def tenants():
    ask = 'https://login.microsoftonline.com/{}/v2.0/.well-known/openid-configuration'.format
    assert json.loads(fetch(ask('gate-microsoft.example'))[1])['tenant_region_scope'] == 'AS'
    assert json.loads(fetch(ask('gate-government.example'))[1])['cloud_instance_name'] == 'microsoftonline.us'
    assert fetch(ask('gate-neither.example'))[0] == 400


@check('redirects, a body without end, and one byte a second')
def bodies():
    tls = socket_to('web.many.example', 'autoconfig.web-drips.example')
    tls.sendall(b'GET /mail/config-v1.1.xml HTTP/1.1\r\nHost: autoconfig.web-drips.example\r\n\r\n')
    began, got = time.monotonic(), b''
    while not got.partition(b'\r\n\r\n')[2][:3] == b'<?x':
        got += tls.recv(1)
    assert time.monotonic() - began > 1.5
    tls = socket_to('web.many.example', 'autoconfig.huge.example')
    tls.sendall(b'GET /mail/config-v1.1.xml HTTP/1.1\r\nHost: autoconfig.huge.example\r\n\r\n')
    count = 0
    while count < 3_000_000:
        got = len(tls.recv(65536))
        assert got, 'it ended'
        count += got
    tls.close()


@check('the portal answers for every name, with its own certificate; reset ends it')
def portal():
    control('/captive', captive=True)
    try:
        assert socket.gethostbyname('autoconfig.captive.example') == socket.gethostbyname('v1.ispdb.net')
        try:
            fetch('https://v1.ispdb.net/captive.example')
        except OSError as e:
            assert 'CERTIFICATE_VERIFY_FAILED' in str(e), e
        else:
            raise AssertionError('believed')
    finally:
        control('/reset')
    assert fetch('https://v1.ispdb.net/captive.example')[0] == 404


@check('with everything dead names are answered and nobody else; reset ends it')
def dead():
    control('/dead', dead=True)
    try:
        assert dig('+short', 'MX', 'everything-dead.example')
        assert not open_port('v1.ispdb.net', 443, 1) and not open_port('smtp.everything-dead.example', 465, 1)
    finally:
        control('/reset')
    assert open_port('v1.ispdb.net', 443) and not open_port('dropped.many.example', 443, 1) and not open_port('mail.blackhole.example', 465, 1)


@check('tries to reach this computer, private IPv6 addresses and plain http are seen')
def watched():
    for family, address in ((socket.AF_INET, ('127.0.0.1', 465)), (socket.AF_INET6, ('::1', 443)), (socket.AF_INET6, ('fd00:77::1', 443)),
                            (socket.AF_INET6, ('64:ff9b::a4d:2', 443)), (socket.AF_INET, ('web.many.example', 80))):
        s = socket.socket(family)
        s.settimeout(0.3)
        try:
            s.connect(address)
        except OSError:
            pass
        s.close()
    seen = {(address, port) for address, _, port in control('/watched')}
    assert {('127.0.0.1', 465), ('::1', 443), ('fd00:77::1', 443), ('64:ff9b::a4d:2', 443)} <= seen and any(port == 80 for _, port in seen), seen


@check('the web log holds the whole request')
def log():
    fetch('https://v1.ispdb.net/nobody.example?x=y')
    time.sleep(0.1)      # it is written after the answer has gone
    assert '/nobody.example?x=y' in (RUN / 'web.log').read_text()
