"""One GET per question, without credentials and without following redirects."""
import datetime
import http.client
import socket
import ssl
import subprocess
import time
import urllib.parse

from probe.look import REPLY, SETTINGS, error_word

BODY_LIMIT = 65536
CONTEXT = ssl.create_default_context()
if "ca" in SETTINGS:
    CONTEXT.load_verify_locations(cadata=SETTINGS["ca"])


def get(ask):
    started, heard = time.monotonic(), {"id": ask["id"]}
    url = urllib.parse.urlsplit(ask["url"])
    at = (ask.get("address", url.hostname), url.port or (443 if url.scheme == "https" else 80))
    sock = None
    try:
        sock = socket.create_connection(at, REPLY)
        if url.scheme == "https":
            sock = CONTEXT.wrap_socket(sock, server_hostname=url.hostname)
            peer = sock.getpeercert()
            heard["certificate"] = dict(subject=name_of(peer["subject"]), issuer=name_of(peer["issuer"]),
                                        notAfter=iso(peer["notAfter"]), valid=True)
        converse(sock, url, ask, heard, started + REPLY)
    except ssl.SSLCertVerificationError as error:
        heard["error"] = "certificate not valid"
        try:
            heard["certificate"] = refused_certificate(at, url.hostname, error.verify_message)
        except (OSError, subprocess.SubprocessError, KeyError) as failure:
            absent = isinstance(failure, FileNotFoundError)
            heard["error"] += ", and it could not be read: " + ("openssl absent" if absent else type(failure).__name__)
    except (http.client.HTTPException, OSError) as error:
        heard["error"] = error_word(error, at[0], "%s port %d" % at, sock is not None)
    finally:
        if sock is not None:
            sock.close()
    heard["tookMs"] = round((time.monotonic() - started) * 1000)
    return heard


def converse(sock, url, ask, heard, until):
    further, asked = ask.get("headers", {}), time.monotonic()
    connection = http.client.HTTPConnection(url.hostname)
    connection.sock = sock
    connection.putrequest("GET", (url.path or "/") + ("?" + url.query if url.query else ""), True, True)
    for header in (("Host", url.netloc.rpartition("@")[2]), ("User-Agent", "plumbline"), ("Accept", "*/*"),
                   ("Accept-Encoding", "identity"), ("Connection", "close"), *further.items()):
        connection.putheader(*header)
    connection.endheaders()
    response = connection.getresponse()
    heard["status"] = response.status
    for name, header in (("location", "Location"), ("contentType", "Content-Type")):
        if response.getheader(header) is not None:
            heard[name] = response.getheader(header)
    if "measure" in ask:
        return measure(response, ask["measure"], asked, until, heard)
    body = b""
    while len(body) < BODY_LIMIT:
        if time.monotonic() > until:
            raise socket.timeout()
        chunk = response.read1(BODY_LIMIT - len(body))
        if not chunk:
            break
        body += chunk
    if response.length and len(body) < BODY_LIMIT:
        raise http.client.RemoteDisconnected()
    heard["body"] = body.decode("utf-8", "replace")


def measure(response, wanted, asked, until, heard):
    """Tells after each piece how fast they come: what came before a break or a deadline is known."""
    count, first, heard["measured"] = 0, 0, dict(bytes=0, firstByteMs=0, bodyMs=0)
    while count < wanted:
        chunk = response.read1(BODY_LIMIT)
        if not chunk:
            break
        first = first or time.monotonic()
        count += len(chunk)
        heard["measured"] = dict(bytes=count, firstByteMs=round((first - asked) * 1000),
                                 bodyMs=round((time.monotonic() - first) * 1000))
        if time.monotonic() > until:
            raise socket.timeout()


def refused_certificate(at, name, because):
    """Describes a certificate that is not valid: Python lets go of it, openssl(1) shows it. No request is sent."""
    connect = "[%s]:%d" % at if ":" in at[0] else "%s:%d" % at
    ask = ["openssl", "s_client", "-connect", connect] + ([] if is_ip(name) else ["-servername", name])
    shown = subprocess.run(ask, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=REPLY)
    read = ["openssl", "x509", "-noout", "-subject", "-issuer", "-enddate", "-nameopt", "sep_comma_plus,sname,utf8"]
    text = subprocess.run(read, input=shown.stdout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=REPLY)
    of = dict(line.split("=", 1) for line in text.stdout.decode().splitlines() if "=" in line)
    return dict(subject=of["subject"].strip(), issuer=of["issuer"].strip(), notAfter=iso(of["notAfter"]),
                valid=False, because=because)


def is_ip(name):
    try:
        socket.getaddrinfo(name, 1, flags=socket.AI_NUMERICHOST)
        return True
    except socket.gaierror:
        return False


def name_of(rdns):
    short = dict(commonName="CN", organizationName="O", organizationalUnitName="OU", countryName="C",
                 stateOrProvinceName="ST", localityName="L")
    return ",".join("%s=%s" % (short.get(name, name), value) for rdn in rdns for name, value in rdn)


def iso(not_after):
    at = datetime.datetime.fromtimestamp(ssl.cert_time_to_seconds(not_after.strip()), datetime.timezone.utc)
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
