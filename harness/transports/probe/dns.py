"""Resolves names; "there is none" is an answer, a failure is an error."""
import errno
import os
import re
import socket
import struct

from probe.look import REPLY, SETTINGS, resolved


def resolve(ask):
    kind = {"A": 1, "CNAME": 5, "AAAA": 28}[ask["type"]]
    servers, error = name_servers(), "ETIMEOUT"
    for server in servers * 2:
        try:
            code, values = query(server, ask["name"], kind)
        except OSError as failure:
            error = "ECONNREFUSED" if failure.errno == errno.ECONNREFUSED else "ETIMEOUT"
            continue
        except (IndexError, ValueError, struct.error):
            error = "EBADRESP"
            continue
        if code in (0, 3):  # 3: there is no such name, which is an answer
            return dict(name=ask["name"], type=ask["type"], values=sorted(values))
        error = {1: "EFORMERR", 2: "ESERVFAIL", 4: "ENOTIMP", 5: "EREFUSED"}.get(code, "EBADRESP")
    return dict(name=ask["name"], type=ask["type"], values=[], error=error)


def name_servers():
    given = SETTINGS.get("dnsServers")
    if given is None:
        with open("/etc/resolv.conf") as lines:
            return [(words[1], 53) for words in map(str.split, lines) if words[:1] == ["nameserver"] and words[1:]]
    split = [re.match(r"^(?:\[(.+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$", one).groups() for one in given]
    return [(bracketed or plain, int(port or 53)) for bracketed, plain, port in split]


def query(server, name, kind):
    """One question to one server, again by TCP when the answer did not fit. @source RFC 1035, 4"""
    labels = [label.encode("idna") for label in name.rstrip(".").split(".")]
    asked = os.urandom(2)
    message = asked + b"\1\0\0\1\0\0\0\0\0\0" + b"".join(bytes([len(one)]) + one for one in labels)
    message += b"\0" + struct.pack(">HH", kind, 1)
    family, target = resolved(server[0], server[1], socket.SOCK_DGRAM)
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.settimeout(REPLY / 2)
        sock.connect(target)
        sock.send(message)
        answer = sock.recv(65535)
        while answer[:2] != asked:
            answer = sock.recv(65535)
    if answer[2] & 2:
        with socket.create_connection(target[:2], REPLY / 2) as sock, sock.makefile("rb") as stream:
            sock.sendall(struct.pack(">H", len(message)) + message)
            answer = stream.read(struct.unpack(">H", stream.read(2))[0])
    return answer[3] & 15, list(records(answer, kind))


def records(answer, kind):
    at = skip_name(answer, 12) + 4
    for _ in range(struct.unpack(">H", answer[6:8])[0]):
        at = skip_name(answer, at)
        found, _, _, size = struct.unpack(">HHIH", answer[at:at + 10])
        at += 10 + size
        if found == kind == 5:
            yield read_name(answer, at - size)
        elif found == kind:
            yield socket.inet_ntop(socket.AF_INET if kind == 1 else socket.AF_INET6, answer[at - size:at])


def skip_name(answer, at):
    while answer[at] and answer[at] < 192:
        at += 1 + answer[at]
    return at + (1 if answer[at] == 0 else 2)


def read_name(answer, at):
    labels = []
    while answer[at] and len(labels) < 128:
        if answer[at] >= 192:
            at = struct.unpack(">H", answer[at:at + 2])[0] & 0x3fff
            continue
        labels.append(answer[at + 1:at + 1 + answer[at]].decode("ascii"))
        at += 1 + answer[at]
    return ".".join(labels)
