"""The request, and what the errors of sockets mean: the same words as errno.ts and look.ts."""
import base64
import errno
import http.client
import json
import socket
import ssl
import sys
import zlib


class Unseen(Exception):
    def __init__(self, reason, because):
        super().__init__(because)
        self.document = {"reason": reason, "because": because}


ASK = json.loads(zlib.decompress(base64.b64decode(sys.argv[1])).decode())
REQUEST, SETTINGS = ASK["request"], ASK["settings"]
CONNECT, UDP, REPLY = (
    SETTINGS.get(name, default) / 1000
    for name, default in (("connectTimeoutMs", 1500), ("udpTimeoutMs", 2000), ("replyTimeoutMs", 5000))
)
# What the peer or the network between said; whatever is not here is our own failure.
STATES = {
    errno.ECONNREFUSED: "refused",
    # The handshake was completed and the peer hung up before we looked: it does listen.
    errno.ECONNRESET: "open", errno.EPIPE: "open", 0: "open",
    errno.ETIMEDOUT: "filtered",
    errno.EHOSTUNREACH: "unreachable", errno.EHOSTDOWN: "unreachable", errno.ENETUNREACH: "unreachable",
    errno.EAFNOSUPPORT: "unreachable",
}


def state_of(number, address, what):
    if number == errno.EACCES and ":" in address:
        return "unreachable"  # ICMPv6 "administratively prohibited"; on IPv4 it means that we may not send
    if number in STATES:
        return STATES[number]
    raise Unseen("cut short", "the probe could not try %s: %s on its own side; nothing it saw is reported. "
                 "Lower its concurrency or raise the limits of the machine it runs on"
                 % (what, errno.errorcode.get(number, number)))


RAN_OUT = "no answer in time"


def error_word(error, address, what, connected):
    """The word an answer carries for an error of a conversation, the same from both probes."""
    if isinstance(error, (http.client.RemoteDisconnected, http.client.IncompleteRead)):
        return "ECONNRESET"
    if isinstance(error, http.client.HTTPException):
        return "not http"
    if isinstance(error, socket.timeout) or error.errno == errno.ETIMEDOUT:
        return RAN_OUT if connected else "timeout"
    if isinstance(error, ssl.SSLError):
        return "TLS handshake failed"
    if isinstance(error, socket.gaierror):
        return "EAI_AGAIN" if error.errno == socket.EAI_AGAIN else "ENOTFOUND"
    state_of(error.errno, address, what)
    return errno.errorcode[error.errno]


def resolved(address, port, kind):
    try:
        return socket.getaddrinfo(address, port, type=kind, flags=socket.AI_NUMERICHOST)[0][::4]
    except socket.gaierror:
        raise Unseen("not asked", 'cannot probe "%s": it is no IP address' % address)
