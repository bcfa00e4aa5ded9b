import { all, control, every, none, saw } from '#harness'

control(
  'Every service runs in a container or guest, and none on a hypervisor itself',
  {
    statement: 'LA-02',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-2', 'CM-8', 'SC-39', 'CIS-2.1'],
    remedy:
      'Stop the program on the hypervisor and purge its package; start the container or guest that it belongs in.',
  },
  ({ host, hosts, lab, inventory, parameter }) => {
    const allowed = parameter.words('p.hypervisor.allowed_listeners')
    const inDocker = inventory.services.filter(({ runtime }) => runtime === 'docker')
    const inGuests = inventory.services.filter(({ runtime }) => runtime !== 'docker')

    all(
      () =>
        every(
          inDocker.map(({ name, host: on, container = name }) => ({ container, host: on })),
          'is exactly one container that runs',
          ({ container, host: on }) =>
            host(on).containers.filter((it) => it.name === container && it.isRunning).length === 1,
        ),
      () =>
        every(
          inGuests.map(({ name, host: on }) => ({ service: name, host: on })),
          'is in a guest that runs',
          ({ host: on }) =>
            saw(lab.guests, ({ name, status }) => name === on && status === 'running'),
        ),
      ...hosts('hypervisor').map(
        ({ name }) =>
          () =>
            none(
              host(name)
                .listeners.filter(({ address }) => !/^(127\.|::1$)/.test(address))
                .map(({ port, programs = ['nobody knows'] }) => ({ host: name, port, programs })),
              'listens on a hypervisor and does not belong there',
              ({ programs }) => !programs.every((program) => allowed.includes(program)),
            ),
      ),
    )
  },
)
