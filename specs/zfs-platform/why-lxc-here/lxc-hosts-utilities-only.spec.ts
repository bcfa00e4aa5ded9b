import { all, control, none } from '#harness'

/** Programs that may listen in each container, beside those that every guest has. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  dns: ['AdGuardHome'],
  vpn: ['tailscaled'],
  smb: ['smbd', 'nmbd', 'rpcbind', 'rpc.mountd', 'rpc.statd', 'rpc.nfsd'],
}
const COMMON = ['sshd', 'prometheus-node', 'node_exporter', 'systemd-resolve', 'chronyd']

control(
  'System containers run their utility, and no application and no engine beside it',
  {
    statement: 'ZF-52',
    impact: 'medium',
    strength: 'target',
    kind: 'placement',
    standards: ['CM-7', 'SC-2'],
    remedy:
      'Move the application into the machine of its domain as a container, and purge the engine from the system container.',
  },
  ({ host, hosts, lab }) =>
    all(
      ...hosts('service').map(({ name }) => () => {
        // Sockets of the kernel, such as those of its NFS server, have no program.
        none(
          host(name).listeners.map(({ protocol, address, port, programs = [] }) => ({
            host: name,
            protocol,
            address,
            port,
            programs,
          })),
          'listens for something else',
          ({ address, port, programs }) =>
            !/^(127\.|::1$)/.test(address) &&
            (programs.length === 0
              ? name !== 'smb' || ![111, 2049, 20048].includes(port)
              : programs.some((one) => ![...COMMON, ...(OWN[name] ?? [])].includes(one))),
        )
      }),
      ...hosts('service').map(
        ({ name }) =>
          () =>
            none(host(name).engines, 'is a trace of a container engine', () => true),
      ),
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.filter(({ type }) => type === 'lxc'),
          },
          'is an application, packed as a container of the system',
          ({ options }) => 'entrypoint' in options,
        ),
    ),
)
