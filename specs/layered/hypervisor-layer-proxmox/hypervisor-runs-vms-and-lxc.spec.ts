import { all, control, saw, that } from '#harness'

control(
  'The hypervisor runs virtual machines as well as LXC containers',
  {
    statement: 'LA-29',
    impact: 'low',
    kind: 'placement',
    standards: ['CM-8'],
    remedy: 'Start the guests that are stopped: `qm start` and `pct start` at their node.',
  },
  ({ lab }) => {
    const running = {
      ...lab.guests,
      items: lab.guests.items.filter(
        ({ status, isTemplate }) => status === 'running' && !isTemplate,
      ),
    }

    all(
      () =>
        that(
          saw(running, ({ type }) => type === 'qemu'),
          'a virtual machine runs',
          { type: 'qemu' },
        ),
      () =>
        that(
          saw(running, ({ type }) => type === 'lxc'),
          'a container runs',
          { type: 'lxc' },
        ),
    )
  },
)
