"""Opens every door that is not Knot's, Dovecot's, Postfix's or the sign-in server's, and gives each caller a thread."""
import selectors
import socket
import threading

from . import control, delay, dns, domains, smtp, state, web
from . import world as w


def hold(conn, _):
    """Takes what comes and never says a word."""
    try:
        while conn.recv(65536):
            pass
    except OSError:
        pass
    finally:
        conn.close()


def doors():
    """(address, port) -> what serves a connection."""
    yield from dns.start().items()
    yield ('127.0.0.1', w.CONTROL), control.serve
    for host in w.with_service('web'):
        yield (w.ADDRESS[host], 443), lambda c, a, h=host: web.serve(c, a, h)
    yield (w.ADDRESS[domains.PORTAL], 443), web.portal
    for host in w.with_service('silent'):
        for port in (443, 465, 587):
            yield (w.ADDRESS[host], port), hold
    for host, (_, services) in w.HOSTS.items():
        words = services.split()
        for kind in [s for f, s in zip(words, words[1:]) if f == 'face']:
            for port in smtp.FACES[kind].ports:
                yield (w.ADDRESS[host], port), lambda c, a, h=host, p=port, k=kind: smtp.serve(c, a, h, p, k)


def main():
    state.reset()
    delay.start()
    pick = selectors.DefaultSelector()
    for address, serve in doors():
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(address)
        s.listen(64)
        pick.register(s, selectors.EVENT_READ, serve)
    while True:
        for key, _ in pick.select():
            conn, client = key.fileobj.accept()
            conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=key.data, args=(conn, client), daemon=True).start()


main()
