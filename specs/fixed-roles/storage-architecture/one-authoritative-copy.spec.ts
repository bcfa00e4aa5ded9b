import { all, control, none } from '#harness'

control(
  'The state of each service has one place where it is written',
  {
    statement: 'FR-53',
    impact: 'medium',
    kind: 'storage',
    standards: ['SI-7', 'CM-2'],
    remedy:
      'Take the second writer’s mount away or make it read-only, stop the program that synchronises, and copy by backup instead.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const { stacks } = need('placement')
    const projectOf = (at: string, container: string) =>
      stacks.find((it) => it.host === at && it.containers.includes(container))?.project ??
      `${at}/${container}`
    const written = guests.flatMap(({ name }) =>
      host(name).containers.flatMap((it) =>
        it.mounts
          .filter(({ isWritable }) => isWritable)
          .map(({ source }) => ({ host: name, project: projectOf(name, it.name), source })),
      ),
    )
    const isIn = (path: string, top: string) => path === top || path.startsWith(`${top}/`)
    const points = {
      ...lab.guestConfigs,
      items: lab.guestConfigs.items.flatMap(({ mountPoints, vmid }) =>
        mountPoints.map(({ key, source }) => ({ vmid, key, source })),
      ),
    }
    const sync =
      /^(syncthing|lsyncd|glusterfsd?|drbd.*|unison|mutagen.*|csync2|rclone|seaf-.*|resilio|rslsync|osync.*|ceph-osd)$/
    all(
      () =>
        none(written, 'is written by two projects', (it) =>
          written.some(
            (other) =>
              other.host === it.host &&
              other.project !== it.project &&
              (isIn(other.source, it.source) || isIn(it.source, other.source)),
          ),
        ),
      () =>
        none(points, 'is mounted into two guests', (it) =>
          points.items.some((other) => other.vmid !== it.vmid && other.source === it.source),
        ),
      () =>
        none(lab.guestConfigs, 'shares a volume with other nodes', ({ options }) =>
          Object.values(options).some((it) => /(^|,)shared=1(,|$)/.test(it)),
        ),
      ...hosts('hypervisor', 'service', 'monitoring').map(({ name }) => () => {
        none(
          host(name).processes.map((it) => ({ host: name, ...it })),
          'keeps two copies alike',
          (it) => sync.test(it.name) || sync.test(it.program.split('/').at(-1) ?? ''),
        )
      }),
    )
  },
)
