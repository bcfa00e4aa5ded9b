import { all, control, every, that } from '#harness'
import { containersOf, runs } from './workloads.ts'

control(
  'Gluetun runs on vm-media, and knows another public address than ours',
  {
    statement: 'ZF-84',
    impact: 'critical',

    kind: 'placement',
    standards: ['CM-2', 'SC-7', 'SC-8'],
    remedy:
      'See `docker logs gluetun` on vm-media: the key may have expired, or the server may be gone. Give it a health check, and the control server a role for reading.',
  },
  (views) => {
    const { host, need } = views
    const { gluetun, tunnelMembers } = host('vm-media')
    const ours = () => [
      ...need('network').wanIpv4,
      ...need('network').wanIpv6,
      ...tunnelMembers.machine.flatMap(({ address }) => address ?? []),
    ]

    all(
      () => runs(views, 'gluetun'),
      () =>
        every(
          containersOf(views, 'gluetun', 'vm-media').map(({ name, health }) => ({ name, health })),
          'is healthy by its own check',
          ({ health }) => health === 'healthy',
        ),
      () => that(gluetun.vpn === 'running', 'the tunnel is up', gluetun),
      () =>
        that(
          gluetun.publicAddress !== undefined && !ours().includes(gluetun.publicAddress),
          'its public address is none of ours',
          gluetun,
        ),
    )
  },
)
