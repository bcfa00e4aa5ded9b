import type { UdpPayload } from '../../model/probe.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** One SSDP search for a kind of device or service. @source UPnP Device Architecture 2.0, 1.3.2 */
const search = (target: string, seconds: number, host = '239.255.255.250:1900') =>
  Buffer.from(
    `M-SEARCH * HTTP/1.1\r\nHOST: ${host}\r\nMAN: "ssdp:discover"\r\nMX: ${seconds}\r\nST: ${target}\r\n\r\n`,
  )

/** What opens a port mapping by UPnP, whatever the device calls itself. */
export const gatewaySearches = [
  'urn:schemas-upnp-org:device:InternetGatewayDevice:1',
  'urn:schemas-upnp-org:device:InternetGatewayDevice:2',
  'urn:schemas-upnp-org:service:WANIPConnection:1',
  'urn:schemas-upnp-org:service:WANIPConnection:2',
  'urn:schemas-upnp-org:service:WANPPPConnection:1',
].map((target) => search(target, 1))

/** External address request. @source RFC 6886, 3.2 */
export const natPmpRequest = hex('00 00')

/** ANNOUNCE without the client's address, its last 16 bytes. @source RFC 6887, 7.1 and 14.1.1 */
export const pcpAnnounceHead = hex('02 00 0000 00000000')

/** One datagram per protocol that a server of it answers to anybody. */
export const payloads: Readonly<Record<UdpPayload, Buffer>> = {
  // Query, recursion desired: A of `localhost`. @source RFC 1035
  dns: hex('706c 0100 0001 0000 0000 0000 09 6c6f63616c686f7374 00 0001 0001'),
  // Client, version 4. @source RFC 5905
  ntp: Buffer.concat([hex('23'), Buffer.alloc(47)]),
  // GetRequest, v2c, community `public`, sysDescr.0. @source RFC 3416
  snmp: hex(
    '3029 020101 0406 7075626c6963 a01c 0204 706c706c 020100 020100 300e 300c 0608 2b06010201010100 0500',
  ),
  // Node status of `*`. @source RFC 1002, 4.2.17
  netbios: hex(`706c 0000 0001 0000 0000 0000 20 434b ${'41'.repeat(30)} 00 0021 0001`),
  ssdp: search('ssdp:all', 1),
  // PTR of `_services._dns-sd._udp.local`, unicast answer wanted. @source RFC 6762, 5.4; RFC 6763, 9
  mdns: hex(
    '0000 0000 0001 0000 0000 0000 09 5f7365727669636573 07 5f646e732d7364 04 5f756470 05 6c6f63616c 00 000c 8001',
  ),
  'nat-pmp': natPmpRequest,
  empty: Buffer.alloc(0),
}
