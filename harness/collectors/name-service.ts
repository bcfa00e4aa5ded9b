import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT } from './machines/asked.ts'

/** One line of what a router tells the LAN: names, resolvers, gateways, boot servers. */
export interface NameSetting {
  /** As dnsmasq calls it, e.g. `dhcp-option`, `host-record`, `server`. */
  readonly key: string
  readonly value: string
}

/** A machine that was given an address. */
export interface Lease {
  readonly hardware: string
  readonly address: string
  /** Absent when it gave none. */
  readonly name?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    nameService: { readonly settings: readonly NameSetting[]; readonly leases: readonly Lease[] }
  }
}

/** @source dnsmasq(8): its configuration as far as names and addresses go, and its leases; as root */
export const nameService = hostCollector('nameService', {
  where: ({ role }, { machines }) => role === 'router' && machines !== undefined,
  command: `${AS_ROOT}; command -v dnsmasq >/dev/null || exit 127; for f in /etc/dnsmasq.conf /etc/dnsmasq.d/*.conf /etc/hosts; do [ -e "$f" ] || continue; case $f in /etc/hosts) sed -E 's/#.*//; /^[[:space:]]*$/d; s/^/hosts=/' "$f";; *) sed -nE 's/^[[:space:]]*((address|alias|auth-[a-z]+|cname|conf-[a-z]+|dhcp-boot|dhcp-host|dhcp-option|dhcp-option-force|dhcp-relay|domain|host-record|mx-[a-z]+|naptr-record|ptr-record|rev-server|server|servers-file|srv-host|addn-hosts|tftp-[a-z]+|txt-record)=.*)$/\\1/p' "$f";; esac || exit; done; echo '-- leases'; l=/var/lib/misc/dnsmasq.leases; [ ! -e $l ] || cat $l; echo listed`,
  parse: ({ stdout }) => {
    const [settings = '', leases] = stdout.split(/^-- leases\n/m)
    if (leases === undefined || !leases.trimEnd().endsWith('listed'))
      throw new Unseen('cut short', 'the settings or the leases are not there as a whole')
    const found = settings
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [, key, value] = /^([a-z-]+)=(.*)$/.exec(line) ?? []
        if (!key || value === undefined)
          throw new Unseen('not understood', 'a setting of dnsmasq has another form')
        return { key, value }
      })
    const beyond = found.find(({ key }) => /^(conf-|servers-file|addn-hosts)/.test(key))
    if (beyond)
      throw new Unseen('not understood', `${beyond.key} of dnsmasq leads to files nobody read`)
    return { settings: found, leases: leases.trimEnd().split('\n').slice(0, -1).map(leaseOf) }
  },
})

function leaseOf(line: string): Lease {
  const [, hardware, address, name] = line.split(' ')
  if (!hardware || !address || !name) throw new Unseen('not understood', 'a lease has another form')
  return { hardware: hardware.toLowerCase(), address, ...(name === '*' ? {} : { name }) }
}
