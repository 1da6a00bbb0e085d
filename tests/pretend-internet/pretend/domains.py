"""Domains that differ in how their settings are found, from the files of `domains/`: zone lines, pages, DNS faults, tenants.

What a line of those files may say is told at the head of `domains/1-alone.toml`.
"""
import re
import tomllib
from pathlib import Path

ROWS = [row for file in sorted((Path(__file__).resolve().parent.parent / 'domains').glob('*.toml'))
        for row in tomllib.loads(file.read_text(encoding='utf-8'))['domain']]

# A place is an address that many names share; a zone line calls it by its first word. name -> (certificate, what listens)
HOSTS = {f'{place}.many.example': (certificate, services) for place, certificate, services in (
    ('web', 'many', 'web'),
    ('mail', 'many', 'face small'),
    ('mail465', 'many', 'face tls-only'),
    ('mail587', 'many', 'face starttls-only'),
    ('mailslow', 'many', 'face slow'),
    ('closed', 'many', ''),          # refuses every connection
    ('dropped', 'many', ''),         # the firewall drops every packet
    ('silent', 'many', 'silent'),    # accepts, then not a byte: the TLS handshake never ends
    ('portal', 'portal', 'portal'),  # a captive portal, with its own certificate for every name
    ('hoster', 'hoster', 'face small'),     # a hosting company's machine, with the company's certificate alone
    ('rented', 'hoster', 'face small'),
)}
DROPPED = 'dropped.many.example'
PORTAL = 'portal.many.example'
SECURED_BY = re.compile(r'^(web|mail\w*)$')     # places with a good certificate for each of their names
PATHS = {'autoconfig': 'autoconfig.@/mail/config-v1.1.xml', 'well-known': '@/.well-known/autoconfig/mail/config-v1.1.xml', 'ispdb': 'v1.ispdb.net/@'}


def expanded(row):
    """The zone lines of a row as (owner, type, words); `{1..60}` stands for that many lines."""
    for line in row.get('zone', []):
        span = re.search(r'\{(\d+)\.\.(\d+)\}', line)
        for n in range(int(span[1]), int(span[2]) + 1) if span else [0]:
            owner, kind, *words = re.sub(r'\{\d+\.\.\d+\}', str(n), line).split(' ')
            yield owner, kind, words


def absolute(name, domain):
    return name if name.endswith('.') else f'{domain}.' if name == '@' else f'{name}.{domain}.'


def zone(row, address):
    """Zone file lines; `address` knows the places."""
    for owner, kind, words in expanded(row):
        words = [re.sub(r'(^|\.)@$', lambda m: f"{m[1]}{row['name']}.", word) for word in words]
        if kind == 'PTR':
            owner = '.'.join(reversed(address[f'{owner}.many.example'].split('.'))) + '.in-addr.arpa.'
        if kind == 'A' and f'{words[0]}.many.example' in HOSTS:
            words = [address[f'{words[0]}.many.example']]
        yield f"{absolute(owner, row['name'])} {kind} {' '.join(words)}"


def certified():
    """Every name that its place shows a good certificate for, and every alias."""
    return sorted({absolute(owner, row['name']).rstrip('.') for row in ROWS for owner, kind, words in expanded(row)
                   if kind == 'CNAME' or kind == 'A' and SECURED_BY.match(words[0])})


def companies():
    """The names that hosting companies give to their machines."""
    return sorted({words[0].rstrip('.') for row in ROWS for _, kind, words in expanded(row) if kind == 'PTR'})


def pages():
    """host/path -> (domain, what is served there)."""
    return {PATHS.get(path, path).replace('@', row['name']): (row['name'], page) for row in ROWS for path, page in row.get('web', {}).items()}


def dns_faults():
    """name -> fault; a name that begins with `*` stands for all below it."""
    return {('*.' + row['name'] if owner == '*' else absolute(owner, row['name']).rstrip('.')): fault for row in ROWS for owner, fault in row.get('dns', {}).items()}


def tenants():
    """domain -> what Microsoft says of its tenant."""
    return {row['name']: row['tenant'] for row in ROWS if 'tenant' in row}


def signed():
    """Rows whose zone is signed: name -> good or bogus."""
    return {row['name']: row['signed'] for row in ROWS if 'signed' in row}


def zones():
    """Rows that are a zone of their own."""
    return {row['name'] for row in ROWS if 'signed' in row or row.get('own_zone')}
