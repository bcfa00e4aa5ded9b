import type { Views } from '#harness'

const PRIVATE =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[?(::1?$|::1\]|f[cde][0-9a-f]{2}:)/i
const NEAR = /(^|\.)(local|lan|home|internal|intranet|localdomain|home\.arpa|ts\.net)$/i

/** Whether a name or an address is one of the site, by all that the inventory and the address itself say. */
export function isInside(at: string, { inventory }: Pick<Views, 'inventory'>): boolean {
  const { hosts, network, edge, dns } = inventory
  const own = [
    ...hosts.flatMap(({ name, address, alsoAt = [] }) => [name, address, ...alsoAt]),
    ...(network?.wanIpv4 ?? []),
    edge?.wanAddress,
    ...Object.keys(dns?.local ?? {}),
  ]
  const name = at.toLowerCase().replace(/\.$/, '')
  return (
    own.includes(name) ||
    PRIVATE.test(name) ||
    NEAR.test(name) ||
    !/[.:]/.test(name) ||
    (network?.domains ?? []).some((it) => name === it || name.endsWith(`.${it}`))
  )
}

/** The host of a place of restic; of a cloud with one address for everybody, that cloud; undefined where it does not say. */
export function hostOfPlace(location: string): string | undefined {
  const [, cloud] = /^(b2|azure|gs):/.exec(location) ?? []
  const [, host] =
    /^(?:s3|rest|sftp):(?:https?:)?(?:\/\/)?(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+)/.exec(location) ?? []
  return cloud === undefined ? host : `${cloud}.invalid`
}
