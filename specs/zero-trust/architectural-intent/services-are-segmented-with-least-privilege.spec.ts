import { all, control, every, none, same, that } from '#harness'

control(
  'A guest reaches what it was declared to need, and nothing else',
  {
    statement: 'ZT-17',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-7(5)', 'SC-7(21)', 'AC-4', 'AC-6', 'CIS-13.4', 'CIS-3.12'],
    remedy:
      'Switch the firewall on at datacenter, node, guest and interface (`firewall=1`) with policy_in DROP, narrow the tailnet policy, or declare the flow under `network.flows` with whoever needs it.',
  },
  ({ host, hosts, lab, inventory, need }) => {
    const { flows, lanExposed, lanManagement } = need('network')
    const guests = hosts('compute', 'storage', 'service', 'monitoring')
    const isForAll = (to: string, port: number) =>
      [...lanExposed, ...lanManagement].some(
        (open) => open.host === to && open.port === port && open.protocol === 'tcp',
      )
    const isFlow = (from: string, to: string, port: number) =>
      flows.some((flow) => flow.from === from && flow.to === to && flow.ports.includes(port))

    all(
      ...guests.map(({ name }) => () => {
        const { items, ...whole } = host(name).reachable
        const arrived = items.map((reached) => ({ from: name, ...reached }))
        none(
          { ...whole, items: arrived },
          'lets in what no flow speaks of',
          ({ to, port }) => !isForAll(to, port) && !isFlow(name, to, port),
        )
      }),
      ...guests.map(({ name }) => () => {
        const { items, ...whole } = host(name).reachable
        const open = items.filter(
          ({ answer, to, port }) => answer === 'open' && isFlow(name, to, port),
        )
        same(
          { ...whole, items: open.map(({ to, port }) => `${name} to ${to} port ${port}`) },
          flows
            .filter(({ from }) => from === name)
            .flatMap(({ to, ports }) => ports.map((port) => `${name} to ${to} port ${port}`)),
          'flows',
        )
      }),
      () =>
        that(
          lab.firewall.cluster.isEnabled,
          'the firewall is on for the datacenter',
          lab.firewall.cluster,
        ),
      () =>
        that(
          lab.firewall.cluster.policyIn !== 'ACCEPT',
          'what no rule speaks of is stopped',
          lab.firewall.cluster,
        ),
      () => that(lab.firewall.node.isEnabled, 'the firewall is on for the node', lab.firewall.node),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, ...host(name).firewallService })),
          'has its firewall in the kernel, as configured',
          (it) => it.isEnabled && it.isRunning && !it.hasPendingChanges,
        ),
      () =>
        every(inventory.guests, 'is behind a firewall that drops by default', ({ vmid }) =>
          lab.firewall.guests.some(
            (it) => it.vmid === vmid && it.isEnabled && it.policyIn !== 'ACCEPT',
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
    )
  },
)
