import { all, control, every, none, the } from '#harness'

/** Whoever holds one of these, or a folder around one, holds the guest. */
const CONTROL = [
  '/run/docker.sock',
  '/var/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/var/run/containerd/containerd.sock',
  '/run/podman/podman.sock',
  '/run/dbus/system_bus_socket',
  '/run/systemd/private',
  '/var/lib/docker/volumes',
  '/var/lib/docker/containers',
  '/var/lib/containerd',
  '/etc/docker',
  '/etc/ssh',
  '/root/.ssh',
  '/home',
]

control(
  'Monitoring can look at the core, and change nothing there',
  {
    statement: 'FR-48',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['AC-6', 'SC-2', 'AU-9'],
    remedy:
      'Take the engine’s socket and `privileged` from its containers, close engine ports to its guest, and give its Proxmox token the role PVEAuditor alone.',
  },
  ({ host, hosts, inventory, lab, parameter, vantage }) => {
    const watching = hosts('monitoring').map(({ name }) => name)
    const ports = [...parameter.words('p.engine.ports').map(Number), 22, 8006]
    const [name = 'none'] = watching
    const placeOf = (at: string) => {
      const because = `nobody looks from ${at}: add it to vantages`
      const items = inventory.vantages.filter(({ from }) => from === at)
      return the({ items, complete: false, because }, 'vantage', () => true).name
    }
    const core = hosts('hypervisor', 'service').map((it) => it.name)
    all(
      ...watching.map((it) => () => {
        none(
          host(it).containers,
          'could do more than look',
          ({ capAdd, isPrivileged, namespaces }) =>
            isPrivileged ||
            capAdd.some((cap) =>
              /SYS_ADMIN|ALL|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|DAC_READ_SEARCH/.test(cap),
            ) ||
            namespaces.pid === 'host',
        )
      }),
      // A socket that is mounted to be read is as good as one that may be written to.
      ...watching.map((it) => () => {
        none(
          host(it).containers.flatMap(({ mounts, name: container }) =>
            mounts.map((mount) => ({ container, ...mount })),
          ),
          'holds an engine’s socket, or the files of the guest',
          ({ isWritable, source }) =>
            /(docker|containerd|podman)[^/]*\.sock$/.test(source) ||
            CONTROL.some((it) => it === source || it.startsWith(source.replace(/\/?$/, '/'))) ||
            (isWritable && source.startsWith('/opt')),
        )
      }),
      () =>
        none(
          vantage(placeOf(name)).openPorts,
          'is a way to control that answers monitoring',
          ({ host: at = '', port }) => core.includes(at) && ports.includes(port),
        ),
      () =>
        every(
          {
            ...lab.proxmoxGrants,
            items: lab.proxmoxGrants.items.filter(({ holders }) =>
              holders.some((who) => who.startsWith(`${name}@`)),
            ),
          },
          'may only look',
          ({ privileges }) => privileges.every((it) => /\.Audit$/.test(it)),
        ),
    )
  },
)
