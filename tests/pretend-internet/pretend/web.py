"""HTTPS hosts: autoconfig files, the ISPDB, the pages of `domains/`; the sending calls go to `apis.py`."""
import json
from http.server import BaseHTTPRequestHandler
from xml.sax.saxutils import escape

from . import apis, bodies, domains, state
from . import world as w
from .smtp import context


def config(domain):
    """The autoconfig file of a domain."""
    out = ''
    for element, kind, host, port, socket in w.servers(domain):
        out += (f'<{element} type="{kind}"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>'
                f'<authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></{element}>\n')
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<clientConfig version="1.1"><emailProvider id="{escape(domain)}"><domain>{escape(domain)}</domain>'
            f'<displayName>{escape(domain)}</displayName><displayShortName>{escape(domain)}</displayShortName>\n{out}</emailProvider></clientConfig>\n')


def files():
    """host/path -> domain whose file it is."""
    out = {f'autoconfig.{d}/mail/config-v1.1.xml': d for d in w.AUTOCONFIG}
    out['wellknown.example/.well-known/autoconfig/mail/config-v1.1.xml'] = 'wellknown.example'
    out['v1.ispdb.net/ispdbonly.example'] = out['autoconfig.thunderbird.net/v1.1/ispdbonly.example'] = 'ispdbonly.example'
    return out


FILES = files()
PAGES = domains.pages()
SHARED = 'web.many.example'     # one server of many names


class Handler(BaseHTTPRequestHandler):
    protocol_version, timeout = 'HTTP/1.1', 30

    def log_message(self, *_):
        pass

    def note(self, code):
        """One line of the log: the whole request, as a leak could be in any part of it."""
        headers = '; '.join(f'{name}: {value}' for name, value in self.headers.items() if name.lower() != 'authorization')
        state.log('web.log', self.name(), self.command, self.path, code, self.headers.get('User-Agent', '-'), headers)

    def name(self):
        """The name that was asked for, where a server has many."""
        return self.headers.get('Host', '-').lower() if self.server == SHARED else self.server

    def send_pieces(self, code, headers, body):
        """An answer that may be longer than anybody will read."""
        pieces = [body] if isinstance(body, bytes) else body
        self.send_response(code)
        for name, value in {**headers, **({'Content-Length': len(body)} if isinstance(body, bytes) else {'Connection': 'close'})}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.note(code)
        for piece in pieces:
            self.wfile.write(piece)
        self.close_connection = not isinstance(body, bytes)

    def send(self, code, body, kind='application/json'):
        body = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(code)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.note(code)

    def do_GET(self):
        page = PAGES.get(self.name() + self.path.split('?')[0])
        if page:
            return self.send_pieces(*bodies.answer(*page))
        domain = FILES.get(self.server + self.path.split('?')[0])
        if domain:
            return self.send(200, config(domain), 'text/xml; charset=utf-8')
        return self.send(404, '<h1>Not found</h1>', 'text/html')

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        answer = apis.answer(self.server + self.path.split('?')[0], self.path, self.headers, body, self.client_address[0])
        return self.send_pieces(*answer) if answer else self.send(404, {'error': {'code': 404}})


def serve(conn, client, host):
    try:
        with context(w.HOSTS[host][0]).wrap_socket(conn, server_side=True) as tls:
            Handler(tls, client, host)
    except OSError:
        pass


class Portal(Handler):
    """Asks everybody to sign in to the network first."""

    def do_GET(self):
        return self.send(200, '<!doctype html><title>Free Wi-Fi</title><p>Please accept our terms of use.</p>', 'text/html; charset=utf-8')


def portal(conn, client):
    try:
        with context('portal').wrap_socket(conn, server_side=True) as tls:
            Portal(tls, client, domains.PORTAL)
    except OSError:
        pass
