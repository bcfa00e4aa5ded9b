"""Which authentication methods an SSH server offers to a user."""
import itertools
import os
import re
import shutil
import socket
import subprocess
import tempfile

from probe.look import RAN_OUT, REPLY, error_word


def ssh_methods(ask):
    at, answer = (ask["address"], ask["port"]), {"address": ask["address"], "port": ask["port"]}
    connected = False
    try:
        with socket.create_connection(at, REPLY) as sock, sock.makefile("rb") as lines:
            connected = True
            for line in itertools.islice(lines, 20):
                if line.startswith(b"SSH-"):
                    answer["banner"] = line.decode("latin-1").rstrip("\r\n")
                    break
    except OSError as error:
        return dict(answer, error=error_word(error, at[0], "%s port %d" % at, connected))
    if "banner" not in answer:
        return dict(answer, error="SSH handshake failed")
    if not (shutil.which("ssh") and shutil.which("ssh-keyscan")):
        return dict(answer, error="tool absent")
    try:
        return dict(answer, **offered(ask))
    except subprocess.TimeoutExpired:
        return dict(answer, error=RAN_OUT)


def offered(ask):
    """What ssh(1) is offered when it brings nothing: the key shown now is the one it then insists on."""
    port, limit, quiet = str(ask["port"]), str(max(1, round(REPLY))), dict(stdin=subprocess.DEVNULL, timeout=2 * REPLY)
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
    scan_keys = ["ssh-keyscan", "-T", limit, "-p", port, "-t", "ed25519,ecdsa,rsa", "--", ask["address"]]
    keys = subprocess.run(scan_keys, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, **quiet).stdout
    with tempfile.NamedTemporaryFile(prefix="plumbline-known-hosts-") as known:
        known.write(keys)
        known.flush()
        options = ["BatchMode=yes", "PreferredAuthentications=none", "StrictHostKeyChecking=yes", "LogLevel=DEBUG1",
                   "UserKnownHostsFile=" + known.name, "GlobalKnownHostsFile=/dev/null", "ConnectTimeout=" + limit]
        # A subsystem nobody has: should the server let us in, still no command runs there.
        line = ["ssh", "-F", "/dev/null", "-p", port, "-l", ask["user"]]
        line += [word for option in options for word in ("-o", option)] + ["-s", "--", ask["address"], "plumbline-none"]
        told = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, **quiet).stderr
    text, found = told.decode("latin-1"), {}
    key = re.search(r"^debug1: Server host key: \S+ (SHA256:\S+)", text, re.M)
    methods = re.search(r"^debug1: Authentications that can continue: (\S+)", text, re.M)
    if key:
        found["hostKey"] = key.group(1)
    if re.search(r'^(Authenticated to .* using "none"|debug1: Authentication succeeded \(none\))', text, re.M):
        return dict(found, methods=["none"])
    return dict(found, methods=methods.group(1).split(",")) if methods else dict(found, error="SSH handshake failed")
