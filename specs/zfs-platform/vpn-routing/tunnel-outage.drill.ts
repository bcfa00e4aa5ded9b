import { cutTunnel, procedure, unblock } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'Without the tunnel nothing leaves, and with it everything is back by itself',
  {
    statement: 'ZF-87',
    steadyState: [
      'arr-egress-is-vpn',
      'vm-media-runs-gluetun',
      'arr-kill-switch-holds',
      'arr-has-no-ipv6-leak',
      'media-streaming-stays-local',
    ],
    breaks: ['arr-egress-is-vpn', 'vm-media-runs-gluetun'],
    holds: ['arr-kill-switch-holds', 'arr-has-no-ipv6-leak', 'media-streaming-stays-local'],
    method: cutTunnel('vm-media', 'tun0', 51_820),
    recover: procedure('let its provider be reached again', undefined, [
      ['vm-media', unblock(51_820)],
    ]),
    objective: 'p.tunnel.rejoin_max',
  },
)
