"""The resolver of the namespace: writes down who asked what, then hands the question to Knot; signed zones it validates."""
import os
import socket
import struct
import threading
import time

from . import dnssec, domains, state
from . import world as w

UPSTREAM = ('127.0.0.1', 5300)
TYPES = {1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA', 33: 'SRV', 64: 'SVCB', 65: 'HTTPS'}
CODES = {0: 'NOERROR', 2: 'SERVFAIL', 3: 'NXDOMAIN'}
FAULTS = domains.dns_faults()
recent = []     # processes that asked lately, looked at first


def question(packet):
    """Name, type and the end of the question section."""
    at, labels = 12, []
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]].decode('ascii', 'replace'))
        at += packet[at] + 1
    return '.'.join(labels).lower(), struct.unpack('>H', packet[at + 1:at + 3])[0], at + 5


def holds(pid, link):
    try:
        return any(os.readlink(f'/proc/{pid}/fd/{fd}') == link for fd in os.listdir(f'/proc/{pid}/fd'))
    except OSError:
        return False


def asker(protocol, port):
    """The process behind a client port, as PID/NAME; "?" where none is found, or it ends while it is looked for."""
    try:
        return process_at(protocol, port)
    except (OSError, ValueError, IndexError):
        return '?'


def process_at(protocol, port):
    inode = None
    for table in (protocol, protocol + '6'):
        with open(f'/proc/net/{table}') as f:
            for line in f.read().splitlines()[1:]:
                c = line.split()
                if int(c[1].rsplit(':', 1)[1], 16) == port and c[9] != '0':
                    inode = c[9]
    if not inode:
        return '?'
    others = [p for p in os.listdir('/proc') if p.isdigit() and p not in recent]
    for pid in [*recent, *sorted(others, key=int, reverse=True)]:
        if holds(pid, f'socket:[{inode}]'):
            if pid not in recent:
                recent.insert(0, pid)
                del recent[8:]
            with open(f'/proc/{pid}/comm') as f:
                return f'{pid}/{f.read().strip()}'
    return '?'


def broken(name, kind, packet, end):
    """An answer made here because a fault asks for it; False for silence, None for no fault."""
    def code(n, flags=0x8180):
        return packet[:2] + struct.pack('>HHHHH', flags | n, 1, 0, 0, 0) + packet[12:end]
    if not state.network['up']:
        return False
    if state.network['captive']:      # every name leads to the portal, which has no other records
        if kind != 1:
            return code(0)
        record = struct.pack('>HHHIH4s', 0xC00C, 1, 1, 60, 4, socket.inet_aton(w.ADDRESS[domains.PORTAL]))
        return packet[:2] + struct.pack('>HHHHH', 0x8180, 1, 1, 0, 0) + packet[12:end] + record
    told = state.names.get(name) or FAULTS.get(name) or next((FAULTS['*.' + above] for above in domains_above(name) if '*.' + above in FAULTS), None)
    if told == 'timeout':
        return False
    if told in ('servfail', 'nxdomain'):
        return code(2 if told == 'servfail' else 3)
    if name == 'nullmx.example' and kind == 15 and state.fault(name):
        return packet[:2] + struct.pack('>HHHHH', 0x8180, 1, 1, 0, 0) + packet[12:end] + struct.pack('>HHHIHHB', 0xC00C, 15, 1, 60, 3, 0, 0)
    if name == 'mail.nohost.example' and state.fault('nohost.example'):
        return code(3)
    return None


def domains_above(name):
    return [name.split('.', n)[n] for n in range(1, name.count('.') + 1)]


def forged(packet):
    """Two answers of a stranger who could not see the question: a wrong number, and another name. Both say MX aspmx.l.google.com."""
    name, kind, end = question(packet)
    if FAULTS.get(name) != 'forged' or kind != 15:
        return
    host = b'\x05aspmx\x01l\x06google\x03com\x00'
    record = struct.pack('>HHHIHH', 0xC00C, 15, 1, 60, 2 + len(host), 1) + host
    head = struct.pack('>HHHHH', 0x8180, 1, 1, 0, 0)
    other = b'\x05other\x07example\x00' + packet[end - 4:end]
    yield bytes([packet[0] ^ 0xff]) + packet[1:2] + head + packet[12:end] + record
    yield packet[:2] + head + other + record


def answer(packet, who, forward):
    name, kind, end = question(packet)
    reply = broken(name, kind, packet, end)
    if reply is None:
        reply = bytearray(forward(packet))
        referral = not reply[2] & 4 and not reply[3] & 15 and reply[6:8] == b'\0\0'
        if referral or dnssec.is_bogus(name):      # nobody answers where the name was handed down to; or a broken chain
            reply = bytearray(packet[:2] + struct.pack('>HHHHH', 0x8182, 1, 0, 0, 0) + packet[12:end])
        reply[3] |= 0x80     # "recursion available": a stub expects a resolver, Knot is none
    state.log('dns.log', who, name, TYPES.get(kind, kind), CODES.get(reply[3] & 15, reply[3] & 15) if reply else 'SILENCE')
    return bytes(reply) if reply else None


def over_udp(packet):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(3)
        s.sendto(packet, UPSTREAM)
        return s.recv(65535)


def over_tcp(packet):
    with socket.create_connection(UPSTREAM, 3) as s:
        s.sendall(struct.pack('>H', len(packet)) + packet)
        f = s.makefile('rb')
        return f.read(struct.unpack('>H', f.read(2))[0])


def udp(server, packet, client):
    try:
        for false in forged(packet):
            server.sendto(false, client)
        reply = answer(packet, asker('udp', client[1]), over_udp)
        if reply:
            server.sendto(reply, client)
    except (OSError, IndexError, struct.error):
        pass


def tcp(conn, client):
    try:
        f = conn.makefile('rb')
        while len(head := f.read(2)) == 2:
            reply = answer(f.read(struct.unpack('>H', head)[0]), asker('tcp', client[1]), over_tcp)
            if not reply:
                time.sleep(10)
                return
            conn.sendall(struct.pack('>H', len(reply)) + reply)
    except (OSError, IndexError, struct.error):
        pass
    finally:
        conn.close()


def start():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(('127.0.0.1', 53))

    def loop():
        while True:
            packet, client = server.recvfrom(4096)
            threading.Thread(target=udp, args=(server, packet, client), daemon=True).start()
    threading.Thread(target=loop, daemon=True).start()
    return {('127.0.0.1', 53): tcp}
