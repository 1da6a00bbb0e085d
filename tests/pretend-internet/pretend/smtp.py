"""One SMTP submission conversation behind a provider's face, with its faults."""
import base64
import binascii
import re
import ssl
import time

from . import delivery, state
from . import world as w
from .faces import FACES, fill

contexts = {}


def context(certificate):
    """TLS with the named certificate."""
    if certificate not in contexts:
        c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        c.minimum_version = ssl.TLSVersion.TLSv1_2
        c.load_cert_chain(f'{w.STATE}/ca/{certificate}.pem', f'{w.STATE}/ca/{certificate}.key')
        contexts[certificate] = c
    return contexts[certificate]


class Hangup(Exception):
    """The conversation is over."""


class Session:
    def __init__(self, conn, client, host, port, face):
        self.conn, self.client, self.host, self.face = conn, client[0], host, FACES[face]
        self.provider, self.implicit, self.encrypted = face, port == 465, False
        self.buffer, self.user, self.sender, self.rcpts, self.chunks = b'', None, None, [], b''
        self.fault = state.fault(w.fault_of(host)) if face == 'small' else {}
        self.record = {'host': host, 'port': port, 'hello': None, 'mechanism': None, 'user': None, 'replies': [], 'longest_command': 0, 'delivered': 0}

    # ---- the line
    def say(self, text, **values):
        text = fill(text, host=self.host, client=self.client, sender=self.sender, user=self.user, **values)
        self.record['replies'].append(text.strip())
        state.log('smtp.log', self.host, 'S', text.strip().replace('\r\n', ' | '))
        self.conn.sendall(text.encode())

    def read(self, until=b'\n', limit=12288):
        while until not in self.buffer:
            if len(self.buffer) > limit:
                raise Hangup
            data = self.conn.recv(65536)
            if not data:
                raise Hangup
            self.buffer += data
        line, _, self.buffer = self.buffer.partition(until)
        return line + until

    def line(self):
        return self.read().rstrip(b'\r\n').decode('utf-8', 'replace')

    def silence(self, name):
        """Says nothing more while the fault lasts; the caller may hang up."""
        if self.fault.get('smtp') == name:
            while self.conn.recv(65536):
                pass
            raise Hangup

    def tls(self):
        certificate = self.fault.get('certificate') or w.HOSTS[self.host][0]
        self.conn = context(certificate).wrap_socket(self.conn, server_side=True)
        self.encrypted = True

    # ---- the conversation
    def run(self):
        self.conn.settimeout(600)
        self.silence('silent-connect')
        if self.implicit:
            self.tls()
        time.sleep(self.face.greets_after)
        self.say('220 ' + self.face.ready)
        while True:
            line = self.line()
            verb, _, rest = line.partition(' ')
            verb = verb.upper()
            self.record['longest_command'] = max(self.record['longest_command'], len(line) + 2)
            state.log('smtp.log', self.host, 'C', re.sub(r'(?i)^(AUTH \S+) (.+)', lambda m: f'{m[1]} <{len(m[2])} octets>', line))
            handler = getattr(self, 'on_' + verb.lower(), None)
            if handler:
                handler(rest)
            else:
                self.say(self.face.unknown)

    def on_ehlo(self, name):
        self.silence('silent-greeting')
        self.record['hello'] = name
        features = [f for f in self.face.features if f != 'AUTH']
        at = self.face.features.index('AUTH') if 'AUTH' in self.face.features else len(features)
        if self.encrypted:
            features.insert(at, 'AUTH ' + ' '.join(self.face.mechanisms))
        elif self.fault.get('smtp') != 'stripped':
            features.insert(at, 'STARTTLS')
        lines = [self.face.hello, *features]
        self.say('\r\n'.join(f'250{" " if i == len(lines) - 1 else "-"}{x}' for i, x in enumerate(lines)))

    def on_helo(self, name):
        self.record['hello'] = name
        self.say('250 ' + self.face.hello)

    def on_starttls(self, _):
        if self.encrypted or self.fault.get('smtp') == 'stripped':
            return self.say('502 5.5.1 STARTTLS is not offered')
        if self.buffer:
            self.say('523 5.7.10 No commands allowed to pipeline after STARTTLS')
            raise Hangup
        self.say('220 2.0.0 Ready to start TLS')
        self.tls()
        self.user = self.sender = None

    def on_noop(self, _):
        self.say('250 2.0.0 OK')

    def on_rset(self, _):
        self.sender, self.rcpts, self.chunks = None, [], b''
        self.say('250 2.0.0 OK')

    def on_quit(self, _):
        self.say(self.face.bye)
        raise Hangup

    # ---- sign-in
    def ask(self, prompt=''):
        self.say('334 ' + prompt)
        return self.line()

    def on_auth(self, rest):
        name, _, initial = rest.partition(' ')
        name = name.upper()
        if not self.encrypted:
            return self.say(self.face.before_tls)
        if self.user:
            return self.say('503 5.5.1 already authenticated')
        if name not in self.face.mechanisms or not hasattr(self, f'auth_{name.lower()}'):
            return self.say(self.face.no_mechanism)
        self.record['mechanism'] = name
        try:
            getattr(self, f'auth_{name.lower()}')(initial)
        except (binascii.Error, UnicodeDecodeError, ValueError):
            self.say('501 5.5.2 Cannot Decode response {id}')

    def auth_plain(self, initial):
        _, user, password = base64.b64decode(initial or self.ask(), validate=True).decode().split('\0')
        self.password(user, password)

    def auth_login(self, initial):
        user = base64.b64decode(initial or self.ask('VXNlcm5hbWU6'), validate=True).decode()
        self.password(user, base64.b64decode(self.ask('UGFzc3dvcmQ6'), validate=True).decode())

    def auth_xoauth2(self, initial):
        parts = dict(p.split('=', 1) for p in base64.b64decode(initial or self.ask(), validate=True).decode().strip('\x01').split('\x01'))
        self.token(parts['user'], parts['auth'])

    def auth_oauthbearer(self, initial):
        head, *parts = base64.b64decode(initial or self.ask(), validate=True).decode().strip('\x01').split('\x01')
        user = head.split(',')[1].removeprefix('a=').replace('=2C', ',').replace('=3D', '=')
        self.token(user, dict(p.split('=', 1) for p in parts)['auth'])

    def password(self, user, password):
        account = w.ACCOUNTS.get(user.lower()) or w.RELAYS.get(user)
        mine = account and account['provider'] == self.provider
        self.signed_in(user, self.face.password(account, password, user) if mine else self.face.refused)

    def token(self, user, auth):
        kind, _, token = auth.partition(' ')
        about = delivery.introspect(token)
        good = (kind == 'Bearer' and about.get('active') and about['provider'] == self.provider and about['email'] == user.lower()
                and set(about['scope'].split()) & set(self.face.token_scopes))
        if not good and self.face.challenge:
            self.ask(self.face.challenge)
        self.signed_in(user, None if good else self.face.refused)

    def signed_in(self, user, refusal):
        self.record['user'] = user
        told = state.knob(user.lower(), 'smtp_auth')
        refusal = state.knob(user.lower(), 'auth_reply') or (getattr(self.face, told.replace('-', '_')) if told else None) or refusal
        if not refusal:
            self.user = user.lower()
        self.say(refusal or self.face.accepted)

    # ---- the message
    def on_mail(self, rest):
        if not self.encrypted:
            return self.say(self.face.before_tls)
        if not self.user:
            return self.say(self.face.before_auth)
        m = re.match(r'(?i)FROM:\s*<([^>]*)>', rest)
        if not m:
            return self.say('501 5.1.7 Bad sender address syntax')
        self.sender, self.rcpts, self.chunks = m[1], [], b''
        return self.say(state.knob(self.user, 'mail_reply') or self.face.mail_ok)

    def foreign(self, moment):
        mine = w.RELAYS[self.user]['senders'] if self.user in w.RELAYS else (self.user,)
        return self.face.sender_refused_at == moment and self.sender.lower() not in mine

    def on_rcpt(self, rest):
        m = re.match(r'(?i)TO:\s*<([^>]*)>', rest)
        if self.sender is None or not m:
            return self.say('503 5.5.1 MAIL first')
        told = state.knob(self.user, 'rcpt_reply') or (self.face.sender_refused if self.foreign('RCPT') else None)
        told = told or (None if m[1].lower() in w.ACCOUNTS else self.face.rcpt_unknown)
        if not told:
            self.rcpts.append(m[1].lower())
        return self.say(told or self.face.rcpt_ok, rcpt=m[1])

    def on_data(self, _):
        if not self.rcpts:
            return self.say('503 5.5.1 RCPT first')
        self.silence('silent-354')
        self.say(self.face.data_ok)
        body = b''
        while (line := self.read(limit=30_000_000)) != b'.\r\n':
            body += line[1:] if line.startswith(b'.') else line
        return self.hand_over(body)

    def on_bdat(self, rest):
        size, _, last = rest.partition(' ')
        while len(self.buffer) < int(size):
            self.buffer += self.conn.recv(65536) or self.gone()
        self.chunks, self.buffer = self.chunks + self.buffer[:int(size)], self.buffer[int(size):]
        return self.hand_over(self.chunks) if last.upper() == 'LAST' else self.say(f'250 2.0.0 {size} octets')

    def gone(self):
        raise Hangup

    def hand_over(self, body):
        self.silence('silent-data')
        refusal = state.knob(self.user, 'data_reply') or (self.face.sender_refused if self.foreign('DATA') else None)
        if not refusal:
            delivery.deliver(self.sender, self.rcpts, delivery.received(self.host, self.client, 'ESMTPSA') + body)
            self.record['delivered'] += len(self.rcpts)
        self.say(refusal or self.face.queued)
        self.sender, self.rcpts, self.chunks = None, [], b''


def serve(conn, client, host, port, face):
    session = Session(conn, client, host, port, face)
    with state.lock:
        state.sessions.append(session.record)
    try:
        session.run()
    except (Hangup, OSError) as e:      # OSError covers TLS refusals (a client that does not like the certificate)
        state.log('smtp.log', host, '-', type(e).__name__, e)
    finally:
        session.conn.close()
