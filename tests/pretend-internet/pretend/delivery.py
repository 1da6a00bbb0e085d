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


def lmtp(sender, recipient, message):
    if state.knob(recipient, 'spam'):
        recipient = recipient.replace('@', '+Junk@')
    with smtplib.LMTP('127.0.0.1', 24, timeout=10) as c:
        c.sendmail(sender, [recipient], message)


def deliver(sender, recipients, message):
    """Puts the message into each mailbox; the knobs spam, lose and arrive_after_s of a recipient are honoured."""
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
