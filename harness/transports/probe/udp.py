"""Asks every port in its protocol. Only a refusal is closed."""
import errno
import select
import socket
import time

from probe.look import SETTINGS, UDP, resolved, state_of


def ask_udp(ask):
    address, port, kind = ask["address"], ask["port"], ask["payload"]
    family, target = resolved(address, port, socket.SOCK_DGRAM)
    payload = bytes.fromhex(SETTINGS["payloads"][kind])
    sockets = []
    try:
        # Discovery services may answer from a port of their own, which a connected socket does not hear.
        for connected in (True, False)[:2 if kind in ("ssdp", "mdns") else 1]:
            sockets.append(socket.socket(family, socket.SOCK_DGRAM))
            if connected:
                sockets[0].connect(target)
        for _ in range(2):
            for sock in sockets:
                sock.send(payload) if sock is sockets[0] else sock.sendto(payload, target)
            until = time.monotonic() + UDP / 2
            for sock in ready(sockets, until):
                if sock.recvfrom(65535)[1][0] == target[0]:
                    return dict(address=address, port=port, state="open")
        state = "open|filtered"
    except OSError as error:
        state = "closed" if error.errno == errno.ECONNREFUSED else "open|filtered"
        state_of(error.errno, address, "UDP %s port %d" % (address, port))
    finally:
        for sock in sockets:
            sock.close()
    return dict(address=address, port=port, state=state)


def ready(sockets, until):
    """Each socket with something to read, until the time; looks at them once more after it."""
    while True:
        left = until - time.monotonic()
        found = select.select(sockets, [], [], max(0, left))[0]
        yield from found
        if left <= 0:
            return
