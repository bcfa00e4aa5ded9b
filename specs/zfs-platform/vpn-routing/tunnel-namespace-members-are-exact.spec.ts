import { all, control, every, none, same } from '#harness'
import { firewallIsOn, isNoProxy, spaceOf } from './space.ts'

control(
  'In the namespace of the tunnel are the declared containers, and nobody else',
  {
    statement: 'ZF-89',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'CM-6'],
    remedy:
      'Give the stranger a network of its own; narrow FIREWALL_OUTBOUND_SUBNETS to `tunnel.lanSubnets`, and switch HTTPPROXY and SHADOWSOCKS off.',
  },
  (views) => {
    const { host, need } = views
    const { host: on, container: gate, members, lanSubnets = [] } = need('tunnel')
    const { containers, processes } = host(on).networkSpaces
    const space = spaceOf(views, gate)
    const { settings } = host(on).tunnelSpace
    const known = host(on)
      .workloads.filter(({ name }) => [gate, ...members].includes(name))
      .map(({ id }) => id)
    const outbound = [settings.FIREWALL_OUTBOUND_SUBNETS, settings.EXTRA_SUBNETS].flatMap(
      (networks = '') => networks.split(',').filter(Boolean),
    )

    all(
      () =>
        same(
          containers.filter((one) => one.space === space).map(({ container }) => container),
          [gate, ...members],
          'containers behind the tunnel',
        ),
      () =>
        every(
          { ...processes, items: processes.items.filter((one) => one.space === space) },
          'belongs to one of them',
          ({ containerId }) => containerId !== undefined && known.includes(containerId),
        ),
      () => firewallIsOn(views),
      () =>
        none(
          outbound.map((network) => ({ network })),
          'may be reached past the tunnel, and was not declared',
          ({ network }) => !lanSubnets.includes(network),
        ),
      () => isNoProxy(views),
    )
  },
)
