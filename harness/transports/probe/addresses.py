"""Where the probe stands."""
import array
import fcntl
import os
import socket
import struct

IFF_LOOPBACK, IFF_RUNNING = 0x8, 0x40


def own_addresses():
    """Addresses of interfaces with a link, loopback left out. @source netdevice(7), /proc/net/if_inet6"""
    found = set()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        for name, address in ipv4_addresses(sock):
            if has_link(sock, name):
                found.add(address)
        # A kernel without IPv6 has no such table, and no such address.
        if os.path.exists("/proc/net/if_inet6"):
            with open("/proc/net/if_inet6") as table:
                for words in map(str.split, table):
                    if has_link(sock, words[5].encode()):
                        found.add(socket.inet_ntop(socket.AF_INET6, bytes.fromhex(words[0])))
    return found


def ipv4_addresses(sock):
    size = 40 if struct.calcsize("P") == 8 else 32
    buffer = array.array("B", bytes(size * 1024))
    # SIOCGIFCONF
    out = fcntl.ioctl(sock, 0x8912, struct.pack("iP", len(buffer), buffer.buffer_info()[0]))
    raw = buffer.tobytes()[:struct.unpack("iP", out)[0]]
    for start in range(0, len(raw), size):
        yield raw[start:start + 16].split(b"\0")[0].split(b":")[0], socket.inet_ntoa(raw[start + 20:start + 24])


def has_link(sock, name):
    # SIOCGIFFLAGS
    flags = struct.unpack_from("H", fcntl.ioctl(sock, 0x8913, struct.pack("16s256x", name)), 16)[0]
    return bool(flags & IFF_RUNNING) and not flags & IFF_LOOPBACK
