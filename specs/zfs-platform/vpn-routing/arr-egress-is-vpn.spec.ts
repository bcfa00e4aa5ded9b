import { control } from '#harness'
import { leavesByTunnel } from './space.ts'

control(
  'What Sonarr, Radarr and Prowlarr send to the internet leaves by the tunnel',
  {
    statement: 'ZF-87',
    impact: 'critical',

    kind: 'isolation',
    standards: ['SC-7', 'AC-4'],
    remedy:
      'Tie the container to the namespace of gluetun again; where IPv6 gets past the tunnel, remove it from the network of gluetun.',
  },
  (views) => leavesByTunnel(views, ['sonarr', 'radarr', 'prowlarr']),
)
