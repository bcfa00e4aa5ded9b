import { all, control, every } from '#harness'

control(
  'Every host has processors, memory and disk to spare',
  {
    statement: 'LA-75',
    impact: 'low',
    strength: 'target',
    kind: 'sizing',
    standards: ['AU-4', 'CP-2(2)', 'SC-5(2)', 'SC-6'],
    remedy: 'Give the guest more, move something away, or clean the disk that fills.',
  },
  ({ hosts, lab, parameter }) => {
    const rooms = hosts().map(({ name, address }) => ({
      host: name,
      room: lab.headroom.find(({ instance }) => instance.startsWith(`${address}:`)),
    }))

    all(
      () => every(rooms, 'is measured', ({ room }) => room !== undefined),
      () =>
        every(
          lab.headroom,
          'has enough of each',
          ({ processors, memory, diskThen }) =>
            processors < parameter.number('p.sizing.cpu_p95') &&
            memory > parameter.number('p.sizing.mem_free') &&
            diskThen > 0,
        ),
    )
  },
)
