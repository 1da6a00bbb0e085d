"""What the web servers of `domains/` answer: settings files in every dress, and bodies that mean harm."""
import gzip
import time
from xml.sax.saxutils import escape

XML = 'text/xml; charset=utf-8'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ENDLESS = 300 * 1024 * 1024


def server(line, domain, spec):
    """`HOST PORT SOCKET` as an element; imap and pop3 by their ports."""
    host, port, socket = line.replace('@', domain).split(' ')
    kind = {'993': 'imap', '143': 'imap', '995': 'pop3'}.get(port, 'smtp')
    element = 'outgoingServer' if kind == 'smtp' else 'incomingServer'
    methods = ''.join(f'<authentication>{m}</authentication>' for m in spec.get('methods', ['password-cleartext']))
    return (f'<{element} type="{kind}"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>{methods}'
            f'<username>{spec.get("username", "%EMAILADDRESS%")}</username></{element}>\n')


def document(domain, spec):
    """A settings file by the lines of its servers."""
    servers = ''.join(server(line, domain, spec) for line in spec['file'])
    return (f'<clientConfig version="1.1"><emailProvider id="{domain}"><domain>{domain}</domain><displayName>{escape(spec.get("name", domain))}</displayName>'
            f'{servers}</emailProvider></clientConfig>\n')


def good(domain, more=''):
    return document(domain, {'file': [f'smtp.{domain} 465 SSL']}).replace('<displayName>', more + '<displayName>')


def entity_bomb(domain):
    steps = ''.join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip('abcdefghi', 'bcdefghij', strict=True))
    return HEAD + f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{steps}]>' + good(domain, '<displayShortName>&j;</displayShortName>')


def foreign_entity(domain):
    return HEAD + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + good(domain, '<displayShortName>&e;</displayShortName>')


def gzip_bomb(_):
    return gzip.compress(b' ' * (64 * 1024 * 1024), 9)


HOSTILE = {
    'entity-bomb': entity_bomb,
    'foreign-entity': foreign_entity,
    'deep': lambda _: HEAD + '<clientConfig>' + '<a>' * 60_000,
    'attributes': lambda d: HEAD + good(d).replace('<clientConfig', '<clientConfig ' + ' '.join(f'a{n}="1"' for n in range(50_000))),
    'html': lambda _: '<!doctype html><html><head><title>Welcome</title></head><body><p>We are renewing our shop.</p></body></html>',
    'gzip-bomb': gzip_bomb,
}


def drip(domain):
    """A good file, one byte a second."""
    for byte in (HEAD + good(domain)).encode():
        yield bytes([byte])
        time.sleep(1)


def huge(_):
    for _ in range(ENDLESS // 65536):
        yield b' ' * 65536


def answer(domain, spec):
    """Status, headers and body (bytes, or pieces that come in time)."""
    if isinstance(spec, dict):
        text, coding = document(domain, spec), spec.get('coding', 'utf-8')
        head = spec.get('before', '') + HEAD.replace('UTF-8', spec.get('declares', 'UTF-8'))
        body, headers = (head + text).encode(coding), {'Content-Type': spec.get('type', XML)}
        if spec.get('packed'):
            body, headers['Content-Encoding'] = gzip.compress(body), 'gzip'
        return 200, headers, body
    word, _, rest = spec.partition(' ')
    if word == 'redirect':
        return 302, {'Location': rest.replace('@', domain)}, b''
    if word in ('drip', 'huge'):
        return 200, {'Content-Type': XML}, {'drip': drip, 'huge': huge}[word](domain)
    body = HOSTILE[word](domain)
    kind = {'html': 'text/html; charset=utf-8'}.get(word, XML)
    return 200, {'Content-Type': kind, **({'Content-Encoding': 'gzip'} if word == 'gzip-bomb' else {})}, body if isinstance(body, bytes) else body.encode()
