import { all, control, every, none, same } from '#harness'

control(
  'Each service runs once, where it was placed, and nothing runs that was not placed',
  {
    statement: 'FR-46',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'CM-2', 'CIS-2.1'],
    remedy:
      '`docker compose down` the stale instance, and write into `placement` what is meant to be there.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { stacks, units = [] } = need('placement')
    // Lyra runs tests, which are not placed.
    const engines = need('engines').filter((it) => it !== need('development').host)
    const placed = stacks.flatMap(({ containers, host: at, project }) =>
      containers.map((container) => ({ host: at, project, container })),
    )
    const running = engines.flatMap((name) =>
      host(name)
        .workloads.filter(({ isRunning }) => isRunning)
        .map((it) => ({
          host: name,
          container: it.name,
          image: it.image,
          project: it.project ?? 'none',
        })),
    )
    const everything = need('engines').flatMap((name) =>
      host(name).workloads.map((it) => ({ host: name, ...it })),
    )
    all(
      () =>
        same(
          running.map((it) => `${it.host}/${it.project}/${it.container}`),
          placed.map((it) => `${it.host}/${it.project}/${it.container}`),
          'running containers',
        ),
      // A second one may go by another name: its project gives it away, running or not.
      () =>
        none(
          everything.filter((it) => placed.some((one) => one.project === it.project)),
          'is a second instance of a placed project',
          (it) =>
            !placed.some(
              (one) =>
                one.host === it.host && one.project === it.project && one.container === it.name,
            ),
        ),
      () =>
        every(units, 'runs where it was placed', (it) =>
          host(it.host).startUps.units.some(({ isActive, unit }) => unit === it.unit && isActive),
        ),
      () =>
        every(
          inventory.services,
          'is placed on the host that it is declared for',
          (it) =>
            placed.some(
              (one) => one.host === it.host && one.container === (it.container ?? it.name),
            ) ||
            (it.runtime === 'host' &&
              units.some((one) => one.host === it.host) &&
              it.ports.every((port) => host(it.host).listeners.some((one) => one.port === port))),
        ),
      // In a guest that nobody declared, nobody looks for services; a virtual machine is another control’s.
      () =>
        none(
          lab.guests,
          'is a guest that runs and was not placed',
          ({ status, type, vmid }) =>
            type === 'lxc' &&
            status === 'running' &&
            !inventory.guests.some((it) => it.vmid === vmid),
        ),
      ...hosts('service', 'monitoring').map(({ name }) => () => {
        none(
          host(name).startUps.units.filter(
            ({ owner, unit }) => owner === undefined && unit.endsWith('.service'),
          ),
          'is a service that was not placed',
          () => true,
        )
      }),
    )
  },
)
