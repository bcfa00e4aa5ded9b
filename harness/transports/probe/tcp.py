"""Connects to every port asked for and hangs up: open is a completed handshake."""
import errno
import itertools
import resource
import selectors
import socket
import time

from probe.look import CONNECT, SETTINGS, Unseen, resolved, state_of


def room():
    """How many sockets the scan may hold open, within what this process may open at all."""
    wanted, reserve = SETTINGS.get("concurrency", 512), 32
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = wanted + reserve if hard == resource.RLIM_INFINITY else min(wanted + reserve, hard)
    if soft != resource.RLIM_INFINITY and soft < enough:
        resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))
        soft = enough
    width = wanted if soft == resource.RLIM_INFINITY else min(wanted, soft - reserve)
    if width < 1:
        raise Unseen("cut short", "the probe may open %d files at once, too few to scan with: raise ulimit -n" % soft)
    return width


def ports_of(ask):
    asked = set()
    for one in ask["ports"]:
        first, last = (one, one) if isinstance(one, int) else one
        if not 1 <= first <= last <= 65535:
            raise Unseen("not asked", "cannot scan ports %s to %s of %s" % (first, last, ask["address"]))
        asked.update(range(first, last + 1))
    if not asked:
        raise Unseen("not asked", "no port of %s was asked for" % ask["address"])
    return sorted(asked)


def scan(asks):
    tallies = [dict(address=ask["address"], open=[], refused=0, filtered=0, unreachable=0) for ask in asks]
    jobs = itertools.chain.from_iterable(
        zip(itertools.repeat(tally), itertools.repeat(resolved(ask["address"], 1, socket.SOCK_STREAM)), ports_of(ask))
        for tally, ask in zip(tallies, asks))
    width, waiting, selector = room(), {}, selectors.DefaultSelector()

    def settle(tally, port, number, sock):
        state = state_of(number, tally["address"], "TCP %s port %d" % (tally["address"], port))
        # On loopback TCP may shake hands with itself, which it can only do where nobody listens.
        if number == 0 and sock.getsockname() == sock.getpeername():
            state = "refused"
        if state == "open":
            tally["open"].append(port)
        else:
            tally[state] += 1

    def start(tally, place, port):
        family, target = place
        try:
            sock = socket.socket(family, socket.SOCK_STREAM)
            sock.setblocking(False)
            number = sock.connect_ex(target[:1] + (port,) + target[2:])
        except OSError as error:
            return settle(tally, port, error.errno, None)
        if number in (errno.EINPROGRESS, errno.EALREADY):
            selector.register(sock, selectors.EVENT_WRITE)
            waiting[sock] = (tally, port, time.monotonic() + CONNECT)
        else:
            end(sock, tally, port, number)

    def end(sock, tally, port, number):
        try:
            settle(tally, port, number, sock)
        except OSError as error:  # hung up between the handshake and the question who it was: it does listen
            settle(tally, port, errno.ECONNRESET if error.errno == errno.ENOTCONN else error.errno, sock)
        sock.close()

    def stop(sock, number):
        tally, port, _ = waiting.pop(sock)
        selector.unregister(sock)
        end(sock, tally, port, number)

    while True:
        for job in itertools.islice(jobs, width - len(waiting)):
            start(*job)
        if not waiting:
            # A whole round may have been answered at once.
            job = next(jobs, None)
            if job is None:
                break
            start(*job)
            continue
        now = time.monotonic()
        for key, _ in selector.select(max(0, next(iter(waiting.values()))[2] - now)):
            stop(key.fileobj, key.fileobj.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
        # Only what was already late before this look at the sockets: an answer in time counts, however late it is read.
        for sock in [one for one, job in itertools.islice(waiting.items(), width) if job[2] <= now]:
            stop(sock, errno.ETIMEDOUT)
    for tally in tallies:
        tally["open"].sort()
    return tallies
