import { procedure, REJOIN, restartTunnel } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'After a restart of the tunnel the services are made anew, and are behind it',
  {
    statement: 'ZF-85',
    steadyState: [
      'sonarr-shares-gluetun-namespace',
      'radarr-shares-gluetun-namespace',
      'prowlarr-shares-gluetun-namespace',
      'arr-egress-is-vpn',
      'media-streaming-stays-local',
    ],
    breaks: [
      'sonarr-shares-gluetun-namespace',
      'radarr-shares-gluetun-namespace',
      'prowlarr-shares-gluetun-namespace',
    ],
    holds: ['media-streaming-stays-local'],
    method: restartTunnel('vm-media'),
    recover: procedure('make the services behind it anew', undefined, [['vm-media', REJOIN]]),
    objective: 'p.tunnel.rejoin_max',
  },
)
