"""A delay line for TCP: makes every round trip to a host longer (this kernel has no tc netem).

The handshake's own round trip cannot be stretched from here, so it is waited for before the first byte passes.
"""
import asyncio
import socket
import threading

from . import world as w

PORTS = (443, 465, 587, 993, 995)


async def pump(reader, writer, host):
    """Passes bytes on, each half a round trip after it came, without making the flow slower."""
    loop, line = asyncio.get_running_loop(), asyncio.Queue()

    async def deliver():
        while True:
            due, data = await line.get()
            await asyncio.sleep(max(0, due - loop.time()))
            if not data:
                if writer.can_write_eof():
                    writer.write_eof()
                return
            writer.write(data)
            await writer.drain()
    out = asyncio.create_task(deliver())
    try:
        while True:
            data = await reader.read(65536)
            line.put_nowait((loop.time() + w.DELAYS[host] / 2000, data))
            if not data:
                break
        await out
    except OSError:
        out.cancel()


async def passage(reader, writer, host, port):
    await asyncio.sleep(w.DELAYS[host] / 1000)
    try:
        near, far = await asyncio.open_connection(w.ADDRESS[host], port)
    except OSError:
        writer.transport.abort()
        return
    for x in (writer, far):
        x.get_extra_info('socket').setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    await asyncio.gather(pump(reader, far, host), pump(near, writer, host))
    for x in (writer, far):
        x.close()


async def serve():
    for host in w.DELAYS:
        for port in PORTS:
            await asyncio.start_server(lambda r, s, h=host, p=port: passage(r, s, h, p), w.FAR_ADDRESS[host], port)
    await asyncio.Event().wait()


def start():
    if w.DELAYS:
        threading.Thread(target=asyncio.run, args=(serve(),), daemon=True).start()
