import { control, every } from '#harness'

control(
  'The hypervisor runs on a machine and not in one that is virtual',
  {
    statement: 'TG-14',
    impact: 'low',
    kind: 'topology',
    strength: 'target',
    standards: ['CM-8', 'PL-8'],
    remedy:
      'Move the hypervisor on to hardware of its own; one that is virtual is for trying things out.',
  },
  ({ host, hosts }) =>
    every(
      hosts('hypervisor').map(({ name }) => ({ name, runsIn: host(name).virtualization })),
      'runs on bare metal',
      ({ runsIn }) => runsIn === 'none',
    ),
)
