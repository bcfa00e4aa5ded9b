import { all, control, every, none } from '#harness'
import { vlanOf } from '../vlans.ts'

control(
  'Every way out of the site leads through the edge',
  {
    statement: 'LA-36',
    impact: 'high',
    kind: 'topology',
    standards: ['SC-7(4)', 'AC-4', 'CIS-12.2'],
    remedy:
      'Remove the other default route (`ip route del`, accept_ra=0, the second DHCP server), and unplug what offers it.',
  },
  ({ host, hosts, lab, need }) => {
    const { vlans } = need('segments')
    const ways = hosts().flatMap(({ name, address }) =>
      host(name).defaultRoutes.map((route) => ({
        host: name,
        meant: vlanOf(address, vlans)?.gateway,
        ...route,
      })),
    )

    all(
      () =>
        every(
          hosts().map(({ name }) => ({ host: name })),
          'has a way out',
          (it) => ways.some(({ host: on }) => on === it.host),
        ),
      () =>
        none(
          ways,
          'leads somewhere else',
          ({ gateway, meant }) => gateway === undefined || gateway !== meant,
        ),
      () =>
        every(lab.edgeSubnets, 'is told to go through the edge', ({ subnet, routers }) =>
          vlans.some(({ network, gateway }) => network === subnet && routers.join() === gateway),
        ),
    )
  },
)
