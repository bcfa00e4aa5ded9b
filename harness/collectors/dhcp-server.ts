import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What a router lends addresses by. */
export interface DhcpServer {
  readonly ranges: readonly { readonly from: string; readonly to: string }[]
  /** Name servers that it tells its clients, by DHCP and by router advertisements; empty where it names itself. */
  readonly nameServers: readonly string[]
  /** Addresses that are kept for one device. */
  readonly reserved: readonly string[]
  readonly leases: readonly { readonly address: string; readonly mac: string }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    dhcpServer: DhcpServer
  }
}

/**
 * Ranges, name servers and leases of dnsmasq. Lines that name tags or networks are read as if they were for all.
 *
 * @source dnsmasq.conf(5) of /etc/dnsmasq.conf and /etc/dnsmasq.d; /var/lib/misc/dnsmasq.leases
 */
export const dhcpServer = hostCollector('dhcpServer', {
  where: ({ role }, { addressing }) => role === 'router' && addressing !== undefined,
  command:
    'command -v dnsmasq >/dev/null || exit 127; for f in /etc/dnsmasq.conf /etc/dnsmasq.d/*.conf; do [ ! -e "$f" ] || sed -nE "s/[[:space:]]*(#.*)?$//; /^dhcp-(range|host|option|option-force)=/p" "$f" || exit; done; echo "-- leases"; [ ! -e /var/lib/misc/dnsmasq.leases ] || cut -d " " -f 2,3 /var/lib/misc/dnsmasq.leases; echo read',
  parse: ({ stdout }): DhcpServer => {
    const [, config, leases] = /^([\s\S]*)-- leases\n([\s\S]*)read\n$/.exec(stdout) ?? []
    if (config === undefined || leases === undefined)
      throw new Unseen('cut short', 'the configuration of dnsmasq was not read to its end')
    const lines = config.split('\n').filter(Boolean)
    const values = (key: string) =>
      lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []))
    return {
      ranges: values('dhcp-range').flatMap(rangeOf),
      nameServers: [...values('dhcp-option'), ...values('dhcp-option-force')].flatMap(serversOf),
      reserved: values('dhcp-host').flatMap((value) => value.split(',').filter(isIpv4)),
      leases: leases
        .split('\n')
        .filter((line) => isIpv4(line.split(' ')[1] ?? ''))
        .map((line) => {
          const [mac = '', address = ''] = line.split(' ')
          return { mac: mac.toLowerCase(), address }
        }),
    }
  },
})

const isIpv4 = (value: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(value)

function rangeOf(value: string) {
  const [from, to] = value.split(',').filter(isIpv4)
  if (value.split(',').some((part) => part.includes('::'))) return []
  if (from === undefined)
    throw new Unseen('not understood', 'a range of dnsmasq begins with no address')
  return [{ from, to: to ?? from }]
}

/** Option 6, and option 23 of IPv6: who resolves names. */
function serversOf(value: string): readonly string[] {
  const parts = value.split(',').filter((part) => !/^(tag|set|interface):/.test(part))
  const [option = '', ...rest] = parts
  return /^(6|option:dns-server|option6:(23|dns-server))$/.test(option)
    ? rest.map((one) => one.replace(/^\[|\]$/g, ''))
    : []
}
