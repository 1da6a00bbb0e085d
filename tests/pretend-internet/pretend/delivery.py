"""Hands an accepted message over to the real Dovecot, and asks the sign-in server about tokens."""
import json
import smtplib
import threading
import time
import urllib.parse
import urllib.request

from . import state
from . import world as w


def introspect(token):
    """What the sign-in server knows about an access token: {active, email, provider, scope}."""
    body = urllib.parse.urlencode({'token': token}).encode()
    with urllib.request.urlopen(f'http://127.0.0.1:{w.OAUTH}/introspect', body, timeout=5) as r:
        return json.load(r)


def notice(recipient, reason, message):
    """The notice that a message could not be delivered (RFC 3464), with the message's headers."""
    headers = message.split(b'\r\n\r\n', 1)[0].decode('utf-8', 'replace')
    parts = [
        ('text/plain; charset=utf-8', 'Your message could not be delivered.'),
        ('message/delivery-status', f'Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\n'
                                    f'Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; {reason}'),
        ('text/rfc822-headers', headers),
    ]
    body = ''.join(f'--=_notice\r\nContent-Type: {kind}\r\n\r\n{text}\r\n' for kind, text in parts)
    return (f'From: MAILER-DAEMON@mx.example\r\nTo: {recipient}\r\nSubject: Undelivered Mail Returned to Sender\r\n'
            'Message-ID: <notice@mx.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;\r\n'
            ' report-type=delivery-status; boundary="=_notice"\r\n\r\n' + body + '--=_notice--\r\n').encode()


def lmtp(sender, recipient, message):
    folder = 'Junk' if state.knob(recipient, 'spam') else state.knob(recipient, 'folder')
    if reason := state.knob(recipient, 'bounce'):
        message = notice(recipient, reason, message)
    if folder:
        recipient = recipient.replace('@', f'+{folder}@')
    with smtplib.LMTP('127.0.0.1', 24, timeout=10) as c:
        c.sendmail(sender, [recipient], message)


def deliver(sender, recipients, message):
    """Puts the message into each mailbox; the knobs spam, folder, bounce, lose and arrive_after_s of a recipient are honoured."""
    for r in recipients:
        if state.knob(r, 'lose'):
            continue
        wait = state.knob(r, 'arrive_after_s')
        if wait:
            threading.Timer(wait, lmtp, (sender, r, message)).start()
        else:
            lmtp(sender, r, message)


def received(host, client, protocol):
    return f'Received: from {client} by {host} with {protocol}; {time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())}\r\n'.encode()
