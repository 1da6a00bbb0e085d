"""Passwords: iCloud, the hosting company, the host nobody knows; where mail lands."""
import imaplib
import poplib
import smtplib
import ssl
import time

from kit import TRUST, WORLD, arrived, check, connect, control, fetch, mail, open_port, plain, send

PASSWORD = {a: v['password'] for a, v in WORLD['accounts'].items()}
MOMO, TENCHO, YAMA = 'momo@icloud.com', 'tencho@shop.example', 'yama@lonely.example'


@check('iCloud: the app password opens with its hyphens alone, on 587 alone')
def icloud():
    send('smtp.mail.me.com', 587, MOMO, 'abcd-efgh-ijkl-mnop')
    for wrong in ('abcdefghijklmnop', 'abcd efgh ijkl mnop', PASSWORD[MOMO]):
        code, text = plain(connect('smtp.mail.me.com', 587), MOMO, wrong)
        assert code == 535 and text.startswith(b'5.7.8 '), (code, text)
    assert not open_port('smtp.mail.me.com', 465)


@check('iCloud: the mailbox opens by the local part and by the address')
def icloud_mailbox():
    for user in ('momo', MOMO):
        assert imaplib.IMAP4_SSL('imap.mail.me.com', ssl_context=TRUST).login(user, 'abcd-efgh-ijkl-mnop')[0] == 'OK'


@check('hosting company: Postfix takes the message on 465 and on 587, and the mail lands')
def hosting():
    for port in (465, 587):
        send('sv1.hosting.example', port, TENCHO, PASSWORD[TENCHO])


@check('hosting company: every customer can send')
def customers():
    for user in (a for a, v in WORLD['accounts'].items() if v['provider'] == 'hosting'):
        assert plain(connect('sv1.hosting.example', 465), user, PASSWORD[user])[0] == 235, user


@check('hosting company: wrong password 535 5.7.8, foreign sender 553 5.7.1, no AUTH in clear')
def hosting_refusals():
    code, text = plain(connect('sv1.hosting.example', 465), TENCHO, 'wrong')
    assert code == 535 and text.startswith(b'5.7.8 Error: authentication failed'), text
    c = connect('sv1.hosting.example', 587)
    plain(c, TENCHO, PASSWORD[TENCHO])
    c.mail('suzuki@example.jp')
    assert c.rcpt(TENCHO)[0] == 553
    c = smtplib.SMTP('sv1.hosting.example', 587, timeout=5)
    c.ehlo()
    assert 'auth' not in c.esmtp_features


@check('hosting company: IMAP and POP3')
def hosting_mailbox():
    assert imaplib.IMAP4_SSL('sv1.hosting.example', ssl_context=TRUST).login(TENCHO, PASSWORD[TENCHO])[0] == 'OK'
    box = poplib.POP3_SSL('sv1.hosting.example', context=TRUST, timeout=5)
    box.user(TENCHO)
    assert box.pass_(PASSWORD[TENCHO]).startswith(b'+OK') and box.stat()[0] > 0


@check('a customer known only by MX: mail.DOMAIN has the hoster\'s certificate, the MX host is right')
def mx_only():
    try:
        connect('mail.mxonly.example', 465)
    except ssl.SSLCertVerificationError as e:
        assert e.verify_code == 62, e
    else:
        raise AssertionError('the name matched')
    send('sv1.hosting.example', 465, 'tenin@mxonly.example', PASSWORD['tenin@mxonly.example'])


@check('the host nobody knows: the MX has no submission, the real server works')
def lonely():
    assert not open_port('mx.lonely.example', 465) and not open_port('mx.lonely.example', 587)
    send('relay7.lonely.example', 465, YAMA, PASSWORD[YAMA])


@check('a message may land in Junk, late, or never; a recipient may be refused')
def landing():
    user, app = 'taro@gmail.com', WORLD['accounts']['taro@gmail.com']['app_password']

    def one(**knobs):
        control('/account', account=user, **knobs)
        c = connect('smtp.gmail.com', 465)
        plain(c, user, app)
        return c, mail(c, user)
    _, code = one(spam=True)
    arrived(user, code, where='Junk')
    _, code = one(spam=None, arrive_after_s=1.5)
    began = time.monotonic()
    arrived(user, code)
    assert time.monotonic() - began > 0.7
    _, code = one(arrive_after_s=None, lose=True)
    try:
        arrived(user, code, wait=1)
    except AssertionError:
        pass
    else:
        raise AssertionError('a lost message arrived')
    try:
        one(lose=None, rcpt_reply='452 4.2.2 The recipient\'s inbox is out of storage space.')
    except smtplib.SMTPRecipientsRefused:
        control('/account', account=user, rcpt_reply=None)
    else:
        raise AssertionError('not refused')


@check('the control door tells what the servers saw')
def seen():
    last = [s for s in control('/smtp') if s['host'] == 'smtp.gmail.com' and s['delivered']][-1]
    assert last['mechanism'] == 'PLAIN' and last['user'] == 'taro@gmail.com' and last['hello'] == '[127.0.0.1]' and last['longest_command'] < 512, last
    assert fetch('https://v1.ispdb.net/')[0] == 404
