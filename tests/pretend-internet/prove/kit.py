"""What the checks share: how to ask, send, sign in by the browser, and how a check is written down."""
import base64
import hashlib
import http.server
import json
import os
import secrets
import smtplib
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

HOME, RUN = Path(os.environ['PI_HOME']), Path(os.environ['PI_RUN'])
WORLD = json.loads((RUN / 'world.json').read_text())
TRUST = ssl.create_default_context(cafile='/etc/ssl/certs/ca-certificates.crt')
CHECKS = []


def check(sentence):
    """Marks a function as a check; it passes when it returns without an error."""
    def mark(f):
        CHECKS.append((sentence, f))
        return f
    return mark


def control(path, **query):
    """GET without a query, POST with one."""
    data = json.dumps(query).encode() if query or path == '/reset' else None
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{WORLD['control']}{path}", data), timeout=10) as r:
        return json.load(r)


def fetch(url, form=None, body=None, headers=None):
    """Status and body of an HTTPS call that trusts the system's bundle."""
    data = urllib.parse.urlencode(form).encode() if form is not None else body
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers or {}), timeout=10, context=TRUST) as r:
            return r.status, r.read().decode()
    except urllib.error.HTTPError as e:
        return e.code, e.read().decode()


def dig(*words):
    return subprocess.run(['dig', '+time=2', '+tries=1', *words], capture_output=True, text=True).stdout


# ---- sending

def b64(text):
    return base64.b64encode(text.encode()).decode()


def connect(host, port, local='[127.0.0.1]', timeout=8):
    c = smtplib.SMTP_SSL(host, port, local, timeout=timeout, context=TRUST) if port == 465 else smtplib.SMTP(host, port, local, timeout=timeout)
    c.ehlo()
    if port != 465:
        c.starttls(context=TRUST)
        c.ehlo()
    return c


def plain(c, user, password):
    return c.docmd('AUTH', 'PLAIN ' + b64(f'\0{user}\0{password}'))


def xoauth2(c, user, token):
    """In two steps, as a client does when the line would be too long."""
    code, text = c.docmd('AUTH', 'XOAUTH2')
    assert code == 334, (code, text)
    return c.docmd(b64(f'user={user}\x01auth=Bearer {token}\x01\x01'))


def mail(c, user, to=None, sender=None):
    """Sends a test message on a signed-in connection; returns its code."""
    code = secrets.token_hex(4)
    c.sendmail(sender or user, [to or user], f'From: {sender or user}\r\nTo: {to or user}\r\nSubject: proof {code}\r\nMessage-ID: <{code}@proof.example>\r\nDate: Tue, 24 Nov 2026 10:00:00 +0900\r\n\r\n.dot\r\nHello\r\n')
    return code


def arrived(user, code, wait=5, where='INBOX'):
    r = subprocess.run([HOME / 'read-mail.py', user, code, '--wait', str(wait), '--where'], capture_output=True, text=True)
    assert r.returncode == 0 and r.stdout.strip() == where, (r.returncode, r.stdout, r.stderr)


def send(host, port, user, password, **more):
    """The whole way with a password, up to the mailbox."""
    c = connect(host, port)
    code, text = plain(c, user, password)
    assert code == 235, (code, text)
    arrived(user, mail(c, user, **more))
    c.quit()


def open_port(host, port, timeout=1.5):
    try:
        socket.create_connection((host, port), timeout).close()
        return True
    except OSError:
        return False


# ---- signing in

PROVIDERS = {
    'google': {'authorize': 'https://accounts.google.com/o/oauth2/v2/auth', 'token': 'https://oauth2.googleapis.com/token', 'host': '127.0.0.1',
               'ask': {'client_id': WORLD['google_client'], 'scope': 'openid email https://mail.google.com/', 'access_type': 'offline', 'prompt': 'consent'},
               'exchange': {'client_id': WORLD['google_client'], 'client_secret': WORLD['google_secret']}},
    'microsoft': {'authorize': 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize', 'token': 'https://login.microsoftonline.com/common/oauth2/v2.0/token', 'host': 'localhost',
                  'ask': {'client_id': WORLD['microsoft_clients']['microsoft'], 'scope': 'https://outlook.office.com/SMTP.Send offline_access openid profile email'},
                  'exchange': {'client_id': WORLD['microsoft_clients']['microsoft']}},
}
for _cloud, _login, _right in (('microsoft-china', 'login.partner.microsoftonline.cn', 'partner.outlook.cn'), ('microsoft-gov', 'login.microsoftonline.us', 'outlook.office365.us')):
    _door, _client = f'https://{_login}/common/oauth2/v2.0', WORLD['microsoft_clients'][_cloud]
    PROVIDERS[_cloud] = {'authorize': f'{_door}/authorize', 'token': f'{_door}/token', 'host': 'localhost', 'exchange': {'client_id': _client},
                         'ask': {'client_id': _client, 'scope': f'https://{_right}/SMTP.Send offline_access openid profile email'}}


class SignIn:
    """A person signs in by the default browser; what comes back is in `got`, what the page showed in `seen`."""

    def __init__(self, provider, plan, host=None, path='/', tenant=None, patience=20, **ask):
        self.provider, p, self.got = provider, PROVIDERS[provider], {}
        (RUN / 'browser-plan.json').write_text(json.dumps(plan))
        got = self.got

        class Back(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                got.update(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
                self.send_response(200)
                self.send_header('Content-Type', 'text/html; charset=utf-8')
                self.end_headers()
                self.wfile.write('<title>proof</title><p>許可されました'.encode())
        server = http.server.HTTPServer(('127.0.0.1', 0), Back)
        server.timeout = 0.2
        self.redirect = f"http://{host or p['host']}:{server.server_port}{path}"
        self.verifier, self.state = secrets.token_urlsafe(40), secrets.token_urlsafe(16)
        query = {**p['ask'], 'response_type': 'code', 'redirect_uri': self.redirect, 'state': self.state, 'code_challenge_method': 'S256',
                 'code_challenge': base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).rstrip(b'=').decode(), **ask}
        query = {k: v for k, v in query.items() if v is not None}
        results = RUN / 'browser/results.jsonl'
        before = len(results.read_text().splitlines()) if results.exists() else 0
        address = p['authorize'].replace('/common/', f'/{tenant or "common"}/')
        subprocess.run(['xdg-open', f'{address}?{urllib.parse.urlencode(query)}'], check=True)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            server.handle_request()
            lines = results.read_text().splitlines() if results.exists() else []
            if len(lines) > before:
                break
        server.server_close()
        self.seen = json.loads(lines[before])

    def exchange(self, **change):
        form = {**PROVIDERS[self.provider]['exchange'], 'grant_type': 'authorization_code', 'code': self.got['code'], 'redirect_uri': self.redirect, 'code_verifier': self.verifier, **change}
        status, text = fetch(PROVIDERS[self.provider]['token'], {k: v for k, v in form.items() if v is not None})
        return status, json.loads(text)

    def tokens(self):
        assert self.got.get('state') == self.state and 'code' in self.got, (self.got, self.seen)
        status, out = self.exchange()
        assert status == 200, out
        out['claims'] = json.loads(base64.urlsafe_b64decode(out['id_token'].split('.')[1] + '=='))
        return out


def refresh(provider, token, **change):
    form = {**PROVIDERS[provider]['exchange'], 'grant_type': 'refresh_token', 'refresh_token': token, **change}
    status, text = fetch(PROVIDERS[provider]['token'], form)
    return status, json.loads(text) if text.startswith('{') else text


def run():
    failed = 0
    for sentence, f in CHECKS:
        began = time.monotonic()
        try:
            f()
            mark, detail = 'ok  ', ''
        except Exception as e:      # a check may fail in any way; the next one runs all the same
            failed += 1
            mark, detail = 'FAIL', f'   <- {f.__module__}.{f.__name__}: {type(e).__name__}: {e}'
        print(f'{mark} {time.monotonic() - began:5.1f} s  {sentence}{detail}', flush=True)
    print(f'{len(CHECKS) - failed} passed, {failed} failed')
    sys.exit(1 if failed else 0)
