"""The tests' door: plain HTTP on 127.0.0.1, JSON in and out. Described in the README."""
import json
import urllib.request
from http.server import BaseHTTPRequestHandler

from . import apis, state
from . import world as w


def inner(path, body=None):
    """Passes a call on to the sign-in server."""
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(f'http://127.0.0.1:{w.OAUTH}{path}', data), timeout=5) as r:
        return json.load(r)


def get_state(_=None):
    return {'healed': sorted(state.healed), 'accounts': state.accounts, 'dns': state.names, 'network': state.network['up'], 'delays': w.DELAYS,
            'strays': state.strays(), 'sessions': state.sessions, 'oauth': inner('/state')}


def post_faults(q):
    domain = q['domain']
    if domain not in w.FAULTS:
        raise KeyError(f'no such fault: {domain}')
    (state.healed.add if q.get('healed', True) else state.healed.discard)(domain)
    state.packets(domain)
    return {'domain': domain, 'healed': domain in state.healed}


KNOBS = {'smtp_auth', 'auth_reply', 'mail_reply', 'rcpt_reply', 'data_reply', 'spam', 'folder', 'bounce', 'lose', 'arrive_after_s', 'api'}


def post_account(q):
    address, wrong = q.pop('account'), set(q) - KNOBS - {'account', 'consent'}
    if address not in {**w.ACCOUNTS, **w.RELAYS} or wrong:
        raise KeyError(f'no such account or knob: {address} {wrong}')
    if 'consent' in q:
        inner('/consent', {'account': address, 'consent': q.pop('consent')})
    knobs = state.accounts.setdefault(address, {})
    for name, value in q.items():
        knobs.pop(name, None) if value in (None, False, 'ok') else knobs.update({name: value})
    return knobs


def post_dns(q):
    state.names.pop(q['name'], None) if not q.get('fault') else state.names.update({q['name']: q['fault']})
    return state.names


def post_network(q):
    state.set_network(bool(q['up']))
    return {'up': q['up']}


def post_dead(q):
    state.set_dead(bool(q['dead']))
    return {'dead': q['dead']}


def post_captive(q):
    state.network['captive'] = bool(q['captive'])
    return {'captive': q['captive']}


def post_blocked(q):
    if q['host'] not in w.ADDRESS:
        raise KeyError(f"no such host: {q['host']}")
    state.set_blocked(q['host'], bool(q.get('blocked', True)))
    return {'blocked': sorted(state.blocked)}


def post_delay(q):
    if q['host'] not in w.DELAYS:
        raise KeyError('start run.sh with --delay HOST=MS to put a host behind the delay line')
    w.DELAYS[q['host']] = int(q['ms'])
    return w.DELAYS


def post_reset(_):
    state.reset()
    return inner('/reset', {})


GET = {'/': lambda _: {'get': sorted(GET), 'post': sorted(POST)}, '/state': get_state, '/oauth': lambda _: inner('/state'), '/accounts': lambda _: w.ACCOUNTS,
       '/hosts': lambda _: w.ADDRESS, '/faults': lambda _: {d: {'fault': f, 'healed': d in state.healed} for d, f in w.FAULTS.items()},
       '/strays': lambda _: state.strays(), '/watched': lambda _: state.watched(), '/smtp': lambda _: state.sessions, '/api': lambda _: {'errors': sorted(apis.ERRORS), 'calls': state.calls}}
POST = {'/faults': post_faults, '/account': post_account, '/dns': post_dns, '/network': post_network, '/blocked': post_blocked, '/dead': post_dead, '/captive': post_captive, '/delay': post_delay, '/reset': post_reset,
        '/oauth': lambda q: inner('/knobs', q), '/oauth/revoke': lambda q: inner('/revoke', q), '/device': lambda q: inner('/device', q), '/device/knobs': lambda q: inner('/device/knobs', q)}


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def call(self, table, query):
        try:
            code, out = 200, table[self.path](query)
        except (KeyError, ValueError, OSError) as e:
            code, out = 400, {'error': f'{type(e).__name__}: {e}'}
        body = json.dumps(out).encode()
        self.send_response(code)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.call(GET, None)

    def do_POST(self):
        self.call(POST, json.loads(self.rfile.read(int(self.headers.get('Content-Length', 0))) or b'{}'))


def serve(conn, client):
    with conn:
        Handler(conn, client, None)
