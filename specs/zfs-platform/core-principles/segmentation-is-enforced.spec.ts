import { all, control, every, isDeclared, none, that } from '#harness'

control(
  'A guest gets to what it was declared to need, and to nothing else on the flat LAN',
  {
    statement: 'ZF-05',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'CIS-12.2', 'CIS-13.4'],
    remedy:
      'Switch the firewall on at datacenter, node and guest with policy_in DROP, and `firewall=1` in net0; declare under `network.flows` what has to pass.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { flows, lanExposed } = need('network')
    const guests = hosts('service', 'compute')
    const { cluster, node, guests: walls } = lab.firewall

    all(
      // Measured, as rules that are there need not be in force.
      ...guests.map(({ name }) => () => {
        const { items, ...whole } = host(name).reachable
        none(
          { ...whole, items: items.map((one) => ({ from: name, ...one })) },
          'gets to what no flow speaks of',
          ({ from, to, port }) =>
            !isDeclared({ host: to, port, protocol: 'tcp' }, lanExposed) &&
            !flows.some(
              (flow) => flow.from === from && flow.to === to && flow.ports.includes(port),
            ),
        )
      }),
      () =>
        that(
          cluster.isEnabled && cluster.policyIn !== 'ACCEPT' && node.isEnabled,
          'the firewall is on, and stops what no rule speaks of',
          { cluster, node },
        ),
      () =>
        every(
          inventory.guests,
          'is behind a firewall of its own that drops by default',
          ({ vmid }) =>
            walls.some(
              (wall) => wall.vmid === vmid && wall.isEnabled && wall.policyIn !== 'ACCEPT',
            ),
        ),
      () =>
        every(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.flatMap(({ vmid, networks }) =>
              networks.map((network) => ({ vmid, ...network })),
            ),
          },
          'is an interface that the firewall looks at',
          ({ isFirewalled }) => isFirewalled,
        ),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, ...host(name).firewallService })),
          'has its firewall in the kernel, as configured',
          (it) => it.isEnabled && it.isRunning && !it.hasPendingChanges,
        ),
    )
  },
)
