import { all, control, every, none, saw, the } from '#harness'

control(
  'Every service of the runtime node runs inside the LXC that it is placed in',
  {
    statement: 'FR-24',
    impact: 'critical',
    kind: 'placement',
    standards: ['SC-39', 'CM-2', 'SC-2'],
    remedy:
      'Start the service in its guest (`pct enter <vmid>`, `docker compose up -d`) and stop whatever answers in its place; correct `placement` when it moved for good.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { name: on } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { processes } = host(on)
    const { stacks } = need('placement')
    const guestOf = (name: string) => inventory.hosts.find((it) => it.name === name)?.vmid
    const placed = stacks
      .filter((it) => guestOf(it.host) !== undefined)
      .flatMap((it) => it.containers.map((container) => ({ host: it.host, container })))
    const runs = inventory.services.filter((it) => guestOf(it.host) !== undefined)
    all(
      () =>
        every(placed, 'is in a running LXC', (it) =>
          saw(
            lab.guests,
            ({ isTemplate, status, type, vmid }) =>
              vmid === guestOf(it.host) && type === 'lxc' && status === 'running' && !isTemplate,
          ),
        ),
      // The kernel says where a process is, whoever answers at its address.
      () =>
        every(placed, 'runs as a process of that LXC', (it) => {
          const { id } = the(
            host(it.host).workloads,
            `container ${it.container}`,
            ({ name }) => name === it.container,
          )
          return saw(
            processes,
            ({ cgroup, isOwn }) =>
              !isOwn && cgroup.startsWith(`/lxc/${guestOf(it.host)}/`) && cgroup.includes(id),
          )
        }),
      () =>
        every(
          runs.flatMap(({ container, host: at, name, ports }) =>
            ports.map((port) => ({ at, container: container ?? name, port })),
          ),
          'is published by its container there',
          ({ at, container, port }) =>
            saw(
              host(at).workloads,
              ({ isRunning, name, published }) =>
                name === container && isRunning && published.some((it) => it.port === port),
            ),
        ),
      () =>
        none(
          [...stacks, ...inventory.services],
          'is placed on the node itself',
          ({ host: at }) => at === on,
        ),
      () =>
        none(
          processes,
          'is a container of a service outside of LXC',
          ({ cgroup }) => !cgroup.startsWith('/lxc/') && /\bdocker[-/][0-9a-f]{64}/.test(cgroup),
        ),
    )
  },
)
