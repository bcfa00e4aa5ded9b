import { all, control, none } from '#harness'

const STORAGE =
  /^(smbd|nmbd|samba|samba-ad-dc|ksmbd|nfs-server|nfs-kernel-server|snapraid|mergerfs)/
const STORAGE_PORTS = [139, 445, 2049]

control(
  'Each host has one role: storage, containers and applications stay where they belong',
  {
    statement: 'ZT-13',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-7', 'SC-2', 'SC-3', 'PL-8', 'CIS-4.8'],
    remedy:
      'Move it to the host of that role, then `systemctl disable --now <unit>` and remove the package where it does not belong.',
  },
  ({ host, hosts, parameter }) => {
    const allowed = parameter.words('p.hypervisor.allowed_listeners')
    const elsewhere = hosts('hypervisor', 'compute', 'service', 'monitoring', 'router')
    const withoutEngine = hosts('hypervisor', 'storage', 'service', 'monitoring')

    all(
      ...elsewhere.map(({ name }) => () => {
        none(
          host(name).services.map(({ unit, names, activeState, unitFileState }) => ({
            host: name,
            unit,
            names,
            activeState,
            unitFileState,
          })),
          'serves storage on a host of another role, now or at the next boot',
          ({ names, activeState, unitFileState }) =>
            names.some((unit) => STORAGE.test(unit)) &&
            (/^(active|activating|reloading|failed)$/.test(activeState) ||
              /^(enabled|enabled-runtime|generated|alias)$/.test(unitFileState ?? '')),
        )
      }),
      ...elsewhere.map(({ name }) => () => {
        none(
          host(name).listeners.map((socket) => ({ host: name, ...socket })),
          'waits for clients of storage on a host of another role',
          ({ port }) => STORAGE_PORTS.includes(port),
        )
      }),
      ...withoutEngine.map(({ name }) => () => {
        const { items, ...whole } = host(name).engines
        none(
          { ...whole, items: items.map((trace) => ({ host: name, ...trace })) },
          'is a trace of a container engine on a host of another role',
          () => true,
        )
      }),
      ...hosts('hypervisor').map(({ name }) => () => {
        none(
          host(name).listeners.map((socket) => ({ host: name, ...socket })),
          'listens on the hypervisor, and is no part of one',
          // A worker of pveproxy calls itself `pveproxy worker`.
          ({ programs }) =>
            !programs?.every((program) => allowed.includes(program.split(' ')[0] ?? '')),
        )
      }),
    )
  },
)
