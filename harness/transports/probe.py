"""Looks at the network from where it runs; the same questions and answers as probe.ts beside it.

argv[1]: base64 of the deflated JSON {"request", "settings"}. Prints one JSON document: the answer, or
{"unseen": {"reason", "because"}} when a question could not be asked, for a look with holes is none.
Python 3.7 or later, standard library only; changes nothing and writes one temporary file (known_hosts).
"""
import json
import socket
from concurrent.futures import ThreadPoolExecutor

from probe.addresses import own_addresses
from probe.dns import resolve
from probe.igd import devices, maps_ports
from probe.look import REQUEST, SETTINGS, Unseen, resolved
from probe.ssh_methods import ssh_methods
from probe.tcp import scan
from probe.udp import ask_udp
from probe.web import get


def look():
    before, gateway = own_addresses(), REQUEST.get("igd", {}).get("gateway")
    with ThreadPoolExecutor(32) as pool:
        kinds = (("udp", ask_udp), ("http", get), ("ssh", ssh_methods), ("dns", resolve))
        asked = {kind: [pool.submit(question, one) for one in REQUEST.get(kind, [])] for kind, question in kinds}
        if gateway is not None:
            resolved(gateway, 1900, socket.SOCK_DGRAM)
            everybody = SETTINGS.get("ssdp", {"address": "239.255.255.250", "port": 1900})
            multicast = pool.submit(devices, gateway, (everybody["address"], everybody["port"]), True)
            unicast = pool.submit(devices, gateway, (gateway, 1900), False)
            nat_pmp, pcp = pool.submit(maps_ports, gateway, 0), pool.submit(maps_ports, gateway, 2)
    answer = {kind: [one.result() for one in answers] for kind, answers in asked.items()}
    if gateway is not None:
        ssdp = sorted(multicast.result() | unicast.result())
        answer["igd"] = dict(ssdp=ssdp, natPmp=nat_pmp.result(), pcp=pcp.result())
    answer["tcp"] = scan(REQUEST.get("tcp", []))
    answer["from"] = sorted(before & own_addresses())
    return answer


try:
    DOCUMENT = look()
except Unseen as unseen:
    DOCUMENT = {"unseen": unseen.document}
print(json.dumps(DOCUMENT))