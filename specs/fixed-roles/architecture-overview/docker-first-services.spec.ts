import { all, control, every, none, saw } from '#harness'

control(
  'Services of the runtime node are Docker containers, and nothing listens in a guest beside them',
  {
    statement: 'FR-06',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'Put the service into the compose file of its guest and remove the native one (`apt-get purge`, `systemctl disable --now`); let Proxmox run no image by itself (`entrypoint`).',
  },
  ({ host, inventory, lab, need, parameter }) => {
    const guests = inventory.hosts.filter(({ vmid }) => vmid !== undefined)
    const native = parameter.words('p.lxc.native_listeners')
    const isLoopback = (address: string) => /^(127\.|::1$)/.test(address)
    const placed = need('placement')
      .stacks.filter((it) => guests.some(({ name }) => name === it.host))
      .flatMap(({ containers, ...it }) => containers.map((container) => ({ ...it, container })))
    all(
      () =>
        every(placed, 'runs as a container of its project', (it) =>
          saw(
            host(it.host).workloads,
            ({ name, project, status }) =>
              name === it.container && project === it.project && status === 'running',
          ),
        ),
      ...guests.map(({ name }) => () => {
        none(
          host(name).listeners.filter(({ address }) => !isLoopback(address)),
          'listens in a guest and is no container’s',
          // systemd listens for whatever it will start; at 22 that is the login.
          ({ port, programs = ['unknown'] }) =>
            !programs.every(
              (program) => native.includes(program) && (program !== 'systemd' || port === 22),
            ),
        )
      }),
      () =>
        none(
          lab.guestConfigs,
          'is an image that Proxmox runs by itself',
          ({ options }) => options.entrypoint !== undefined,
        ),
    )
  },
)
