"""Each fault shows itself, and is gone when healed."""
import smtplib
import socket
import ssl

from kit import WORLD, check, connect, control, dig, fetch, open_port, plain, send

PASSWORD = 'User-no-Himitsu-0'


def silent(step):
    try:
        step()
    except (TimeoutError, smtplib.SMTPServerDisconnected) as e:      # smtplib's word for a time-out on an open line
        assert 'timed out' in str(e), e
        return
    raise AssertionError('it answered')


def signed_in(domain):
    c = connect(f'mail.{domain}', 465, timeout=1.2)
    assert plain(c, f'user@{domain}', PASSWORD)[0] == 235
    c.mail(f'user@{domain}')
    c.rcpt(f'user@{domain}')
    return c


def certificate(domain, *codes):
    for port in (465, 587):
        try:
            connect(f'mail.{domain}', port)
        except ssl.SSLCertVerificationError as e:
            assert e.verify_code in codes, (port, e.verify_code, e)
        else:
            raise AssertionError('the certificate was good')


def stripped():
    c = smtplib.SMTP('mail.stripped.example', 587, timeout=3)
    c.ehlo()
    assert 'starttls' not in c.esmtp_features and 'auth' not in c.esmtp_features, c.esmtp_features
    send('mail.stripped.example', 465, 'user@stripped.example', PASSWORD)


def blackhole():
    assert not open_port('mail.blackhole.example', 465)
    silent(lambda: socket.create_connection(('mail.blackhole.example', 465), 1.2))


def refused():
    try:
        socket.create_connection(('mail.refused.example', 465), 2)
    except ConnectionRefusedError:
        return
    raise AssertionError('not refused')


def silent_354():
    silent(lambda: signed_in('silent-354.example').docmd('DATA'))


def silent_data():
    c = signed_in('silent-data.example')
    assert c.docmd('DATA')[0] == 354
    c.send('Subject: x\r\n\r\nx\r\n.\r\n')
    silent(c.getreply)


def dns(name, kind, want):
    assert want in dig(name, kind), dig(name, kind)


FAULTS = {
    'expired.example': lambda: certificate('expired.example', 10),
    'wrongname.example': lambda: certificate('wrongname.example', 62),
    'othername.example': lambda: certificate('othername.example', 62),
    'selfsigned.example': lambda: certificate('selfsigned.example', 18),
    'unknownca.example': lambda: certificate('unknownca.example', 19, 20),
    'silent-connect.example': lambda: silent(lambda: connect('mail.silent-connect.example', 465, timeout=1.2)),
    'silent-greeting.example': lambda: silent(lambda: connect('mail.silent-greeting.example', 465, timeout=1.2)),
    'silent-354.example': silent_354,
    'silent-data.example': silent_data,
    'stripped.example': stripped,
    'refused.example': refused,
    'blackhole.example': blackhole,
    'nohost.example': lambda: dns('mail.nohost.example', 'A', 'status: NXDOMAIN'),
    'nullmx.example': lambda: dns('nullmx.example', 'MX', 'MX\t0 .'),
}


@check('every fault of the table is proved here')
def complete():
    assert set(FAULTS) == set(WORLD['faults'])


def one(domain, shows):
    @check(f'fault {domain}: autoconfig names the server, the fault shows, healed it sends')
    def fault():
        assert f'<hostname>mail.{domain}</hostname>' in fetch(f'https://autoconfig.{domain}/mail/config-v1.1.xml')[1]
        shows()
        control('/faults', domain=domain, healed=True)
        for port in (587, 465):
            send(f'mail.{domain}', port, f'user@{domain}', PASSWORD)
        if domain == 'nullmx.example':
            dns(domain, 'MX', 'MX\t10 mail.nullmx.example.')
        control('/faults', domain=domain, healed=False)
        shows()


for _domain, _shows in FAULTS.items():
    one(_domain, _shows)
