import { control, that } from '#harness'

control(
  'There are no more hypervisors than the design was made for',
  {
    statement: 'TG-18',
    impact: 'low',
    kind: 'sizing',
    strength: 'optional',
    standards: ['CM-8'],
    remedy: 'Take the node out of the cluster, or revise the design and the parameter with it.',
  },
  ({ lab, parameter }) => {
    const { members } = lab.proxmoxCluster

    that(
      members.length >= 1 && members.length <= parameter.number('p.pve.max_nodes'),
      'the design has room for all of them',
      { nodes: members.length },
    )
  },
)
