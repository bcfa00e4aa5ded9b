import { isIP, isIPv4, isIPv6 } from 'node:net'
import { parsePorts } from '../model/ports.ts'
import { parseDuration } from './duration.ts'
import { isNetwork } from './network.ts'

/** A shape of text that the schemas name with `format`. */
export interface Format {
  readonly fits: (text: string) => boolean
  /** Ends the sentence `hosts[0].address is …`. */
  readonly says: string
  /** True when what stands there may be a secret, and is never repeated. */
  readonly hush?: true
}

const matching = (pattern: RegExp, says: string): Format => ({
  fits: (text) => pattern.test(text),
  says,
})

const hushed = (pattern: RegExp, says: string): Format => ({
  ...matching(pattern, says),
  hush: true,
})

/** A secret by reference; the one shape of every secret member. */
export const SECRET_REFERENCE = /^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:(?:~\/|\/)\S.*|exec:\S.*)$/

/** Every format of our schemas. A name without an entry here is refused when the schema is compiled. */
export const formats: Readonly<Record<string, Format>> = {
  address: {
    fits: (text) => isIP(text) !== 0,
    says: 'not an address: write one such as 192.168.1.5 or fd00::5',
  },
  'ipv4-address': { fits: isIPv4, says: 'not an IPv4 address: write one such as 203.0.113.2' },
  'ipv6-address': { fits: isIPv6, says: 'not an IPv6 address: write one such as 2001:db8::2' },
  cidr: {
    fits: isNetwork,
    says: 'not a network: write its first address and prefix length, such as 192.168.1.0/24',
  },
  'address-range': {
    fits: (text) => isIP(text) !== 0 || isNetwork(text) || isRange(text),
    says: 'no addresses: write one address, a network such as 10.0.0.0/28, or a range such as 10.0.0.1-10.0.0.9',
  },
  ports: {
    fits: isPorts,
    says: 'not a list of ports: write numbers 1 to 65535 and rising ranges, such as 22,80,8000-9000',
  },
  'web-url': {
    fits: isWebUrl,
    says: 'not a URL: write http:// or https:// with a host and without any credential',
    hush: true,
  },
  'api-url': {
    fits: (text) => isWebUrl(text) || isSocketUrl(text),
    says: 'not a URL: write http://, https://, ssh://host/path of a socket there or unix:///path, without any credential',
    hush: true,
  },
  'secret-reference': {
    fits: (text) => SECRET_REFERENCE.test(text),
    says: 'not a reference: write env:NAME, file:/path or exec:command; if a secret stood here, replace it by a new one where it is used',
    hush: true,
  },
  duration: {
    fits: isDuration,
    says: 'not a duration: write a number and one of s, m, h, d, such as 30m',
  },
  date: { fits: isDate, says: 'not a day: write YYYY-MM-DD' },
  moment: {
    fits: isMoment,
    says: 'not a moment: write it in UTC, such as 2027-03-06T02:00:00Z',
  },
  name: matching(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
    'not a name: use letters, digits and . _ - only',
  ),
  slug: matching(/^[a-z0-9][a-z0-9-]{0,62}$/, 'not a slug: use small letters, digits and - only'),
  parameter: matching(/^[a-z][A-Za-z0-9._-]{0,80}$/, 'not a name of a parameter'),
  account: matching(
    /^[A-Za-z_][A-Za-z0-9._-]{0,62}$/,
    'not a name of an account: use letters, digits and . _ - only',
  ),
  share: matching(
    /^[A-Za-z0-9][A-Za-z0-9._$-]{0,79}$/,
    'not a name of a share: use letters, digits and . _ $ - only',
  ),
  login: matching(
    /^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9][A-Za-z0-9.-]*$/,
    'not a login: write user@where',
  ),
  tag: matching(/^tag:[a-z][a-z0-9-]*$/, 'not a tag: write tag:name'),
  unit: matching(
    /^[A-Za-z0-9@_.\\:-]+\.(?:service|mount|timer|socket|target|path|automount)$/,
    'not a systemd unit: write its whole name, such as docker.service',
  ),
  dataset: matching(
    /^[A-Za-z][A-Za-z0-9_.:-]*(?:\/[A-Za-z0-9_.:-]+)*$/,
    'not a ZFS dataset: write its whole name, such as tank/services/apps',
  ),
  mac: matching(
    /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/,
    'not a hardware address: write six pairs of small hex digits with colons',
  ),
  uuid: matching(/^[0-9A-Fa-f-]{9,36}$/, 'not a UUID: write it as blkid prints it'),
  'machine-id': matching(/^[0-9a-f]{32}$/, 'not a machine id: write 32 hex digits'),
  sha256: matching(/^[0-9a-f]{64}$/, 'not a SHA-256: write 64 hex digits'),
  device: matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/, 'not a name of an interface, such as wg0'),
  'gpu-uuid': matching(
    /^GPU-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'not the UUID of a GPU: write it as `nvidia-smi -L` prints it',
  ),
  'pci-vendor': matching(
    /^[0-9a-f]{4}$/,
    'not a PCI vendor: write four hex digits in quotes, such as "10de"',
  ),
  'ssh-fingerprint': hushed(
    /^SHA256:[A-Za-z0-9+/]{43}$/,
    'not a fingerprint: write it as `ssh-keygen -lf` prints it, SHA256: and 43 characters',
  ),
  'certificate-fingerprint': hushed(
    /^(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$/,
    'not a SHA-256 fingerprint: write 64 hex digits, colons allowed',
  ),
  'dns-name': matching(
    /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*$/,
    'not a DNS name: write one such as lab.example.net',
  ),
  'absolute-path': matching(
    /^\/[A-Za-z0-9@%_+=:,./-]*$/,
    'not a plain absolute path: begin with / and use letters, digits and @%_+=:,./- only',
  ),
  'local-path': matching(/^[^\s-][^\n]*$/, 'not a path: write it without a leading space or dash'),
  'relative-path': matching(
    /^(?!\/|\.\.?\/|.*\/\.\.?(?:\/|$))[^\s/][^\n]*$/,
    'not a path inside the repository: write it from its root, without a leading / and without ..',
  ),
  route: {
    fits: (text) => text === 'exitNode' || isNetwork(text),
    says: 'not a route: write a network such as 192.168.1.0/24, or exitNode',
  },
  'control-id': matching(
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
    'not the id of a control: write <profile>/<slug> as the report prints it',
  ),
}

function isDuration(text: string): boolean {
  try {
    return parseDuration(text) > 0
  } catch {
    return false
  }
}

function isRange(text: string): boolean {
  const ends = text.split('-')
  return ends.length === 2 && ends.every((end) => isIPv4(end))
}

function isPorts(text: string): boolean {
  try {
    return parsePorts(text).length > 0
  } catch {
    return false
  }
}

function isWebUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' && url.hash === '' && !/\s/.test(text)
}

/** A UNIX socket: of a host of the inventory, reached over SSH, or of this machine. */
const isSocketUrl = (text: string): boolean =>
  /^(?:ssh:\/\/[A-Za-z0-9][A-Za-z0-9._-]*|unix:\/\/)(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/.test(text)

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

function isDate(text: string): boolean {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return found?.toString() !== 'Invalid Date' && found?.toISOString().slice(0, 10) === text
}
