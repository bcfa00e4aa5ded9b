import { all, control, every, none, same } from '#harness'

control(
  'The four machines exist, are themselves, and are four different pieces of hardware',
  {
    statement: 'FR-16',
    impact: 'high',
    kind: 'topology',
    standards: ['CM-8', 'IA-3', 'CIS-1.1'],
    remedy:
      'Point each name at its own machine, give a clone a new identity (`rm /etc/machine-id; systemd-machine-id-setup`), and play a role on hardware, not in a guest.',
  },
  ({ host, inventory, need }) => {
    const machines = need('machines')
    const seen = machines.map((it) => ({
      host: it.host,
      wanted: it.productUuid,
      kind: host(it.host).virtualization,
      ...host(it.host).identity,
    }))
    const isTwice = (of: (it: (typeof seen)[number]) => string | undefined) =>
      seen.filter((it) => seen.some((other) => other.host !== it.host && of(other) === of(it)))
    const roles = ['development', 'hypervisor', 'access', 'storage']
    all(
      () =>
        same(
          machines.map(
            (it) => inventory.hosts.find(({ name }) => name === it.host)?.role ?? 'none',
          ),
          roles,
          'roles of the machines',
        ),
      () =>
        every(seen, 'answers under its own name', (it) => it.hostname.split('.')[0] === it.host),
      () => every(seen, 'is hardware', ({ kind }) => kind === 'none'),
      () =>
        none(
          isTwice(({ bootId }) => bootId),
          'runs as the same boot as another',
          () => true,
        ),
      () =>
        none(
          isTwice(({ machineId }) => machineId),
          'is the same installation as another',
          () => true,
        ),
      // Cheap boards all show one uuid; then the inventory leaves it out, and boot ids have to do.
      () =>
        every(
          seen,
          'has the firmware of that machine',
          ({ productUuid, wanted }) => wanted === undefined || productUuid === wanted.toLowerCase(),
        ),
    )
  },
)
