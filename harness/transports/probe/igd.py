"""Asks the segment and its gateway for anything that would open ports. Nothing is mapped."""
import errno
import re
import socket
import time

from probe.look import SETTINGS, UDP, Unseen, state_of
from probe.udp import ready


def devices(gateway, at, multicast):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    if multicast:  # on the gateway's segment, not on whichever one the default route picks
        probe, own = towards(gateway, 1900)
        probe.close()
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
    found = set()
    for message, sender in gather(sock, at, [bytes.fromhex(one) for one in SETTINGS["searches"]], gateway):
        text = message.decode("latin-1")
        if re.match(r"HTTP/1\.[01] 200", text):
            location = re.search(r"^location:[ \t]*(\S+)", text, re.I | re.M)
            found.add(location.group(1) if location else sender[0])
    return found


def maps_ports(gateway, version):
    sock, own = towards(gateway, 5351)
    pcp = bytes.fromhex(SETTINGS["pcp"]) + bytes(10) + b"\xff\xff" + socket.inet_aton(own)
    message = pcp if version == 2 else bytes.fromhex(SETTINGS["natPmp"])
    # An error answer is an answer: the protocol is spoken.
    return [1 for heard, _ in gather(sock, None, [message], gateway) if heard[:2] == bytes([version, 128])] != []


def gather(sock, at, messages, gateway):
    """Sends three times over the window, against loss; yields what is heard to its end or a refusal."""
    started = time.monotonic()
    with sock:
        try:
            for share in (1 / 4, 1 / 2, 1):
                for message in messages:
                    sock.sendto(message, at) if at else sock.send(message)
                for one in ready([sock], started + UDP * share):
                    yield one.recvfrom(65535)
        except OSError as error:
            if error.errno == errno.ECONNREFUSED:
                return
            state_of(error.errno, gateway, "the gateway by UDP")
            raise Unseen("unreachable", "the gateway was asked about port mappings and the question could not be "
                         "delivered (%s): check its address in the inventory and the vantage's link"
                         % errno.errorcode.get(error.errno, error.errno))


def towards(gateway, port):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.connect((gateway, port))
    except OSError as error:
        sock.close()
        state_of(error.errno, gateway, "the gateway by UDP")
        raise Unseen("unreachable", "there is no way to the gateway %s" % gateway)
    return sock, sock.getsockname()[0]
