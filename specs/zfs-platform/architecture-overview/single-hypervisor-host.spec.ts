import { all, control, every, that } from '#harness'

control(
  'One physical machine is the only node, and carries every guest',
  {
    statement: 'ZF-09',
    impact: 'medium',
    kind: 'topology',
    standards: ['CM-8', 'PL-8'],
    remedy:
      'Take the other node out of the cluster with `pvecm delnode <name>`, after moving its guests; a machine that is only planned stays out of it.',
  },
  ({ host, hosts, lab, need }) => {
    const nodes = lab.proxmoxNodes.map(({ node }) => node)
    const { node } = need('pve')

    all(
      () => that(nodes.length === 1 && nodes[0] === node, 'the node is the only one', { nodes }),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, runsIn: host(name).virtualization })),
          'is a machine of its own, not a guest',
          ({ runsIn }) => runsIn === 'none',
        ),
      () => every(lab.guests, 'is on that node', (guest) => guest.node === node),
    )
  },
)
