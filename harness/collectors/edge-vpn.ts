import { apiCollector } from '../model/collector.ts'
import { number, text } from '../model/parse.ts'
import { isOn, rowsOf } from './opnsense/rows.ts'

/** WireGuard at the edge, as the kernel has it. */
export interface EdgeVpn {
  readonly interfaces: readonly {
    readonly device: string
    readonly publicKey: string
    readonly port: number
    readonly isUp: boolean
  }[]
  readonly peers: readonly {
    readonly device: string
    readonly publicKey: string
    /** Addresses that it may send from, e.g. `10.0.0.2/32`. */
    readonly addresses: readonly string[]
    /** Seconds since its last handshake; absent when there never was one. */
    readonly handshakeAgeSeconds?: number
    readonly receivedBytes: number
  }[]
  /** Peers of the configuration. */
  readonly configured: readonly {
    readonly name: string
    readonly publicKey: string
    readonly isEnabled: boolean
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    edgeVpn: EdgeVpn
  }
}

const SHOW = '/api/wireguard/service/show'
const CLIENTS = '/api/wireguard/client/search_client'

/** @source GET /api/wireguard/service/show, /api/wireguard/client/search_client of OPNsense; no private key is in either */
export const edgeVpn = apiCollector('edgeVpn', {
  api: 'opnsense',
  read: async (get): Promise<EdgeVpn> => {
    const rows = rowsOf(await get(SHOW), SHOW)
    const of = (type: string) => rows.filter((row) => row.type === type)
    return {
      interfaces: of('interface').map((row) => ({
        device: text(row.if, 'if'),
        publicKey: text(row['public-key'], 'public-key'),
        port: number(row['listen-port'], 'listen-port'),
        isUp: row.status === 'up',
      })),
      peers: of('peer').map((row) => ({
        device: text(row.if, 'if of a peer'),
        publicKey: text(row['public-key'], 'public-key of a peer'),
        addresses: text(row['allowed-ips'], 'allowed-ips of a peer')
          .split(/[\s,]+/)
          .filter((it) => /\d/.test(it)),
        ...(row['latest-handshake-age'] === null || row['latest-handshake-age'] === undefined
          ? {}
          : { handshakeAgeSeconds: number(row['latest-handshake-age'], 'latest-handshake-age') }),
        receivedBytes: number(row['transfer-rx'], 'transfer-rx'),
      })),
      configured: rowsOf(await get(CLIENTS), CLIENTS).map((row) => ({
        name: text(row.name, 'name of a peer'),
        publicKey: text(row.pubkey, 'pubkey of a peer'),
        isEnabled: isOn(row.enabled),
      })),
    }
  },
})
