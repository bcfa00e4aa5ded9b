import { all, control, every, none, the } from '#harness'

const ABOVE_SOCKET = ['/', '/run', '/var', '/var/run']

control(
  'Docker workloads hold no privilege that would reach beyond their container',
  {
    statement: 'ZT-53',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-6', 'SC-39', 'CM-7', 'CIS-4.1'],
    remedy:
      'Create the container anew with `--user`, `--cap-drop ALL` and what it needs, and without `--privileged`, devices, host namespaces, `unconfined` and the socket of the engine; declare what must stay (`rootful`, `dockerSocket`, `hostNetwork`).',
  },
  ({ host, hosts, inventory, parameter }) => {
    const { name: on } = the(hosts('compute'), 'compute VM', () => true)
    const machine = host(on)
    const allowed = parameter.words('p.privilege.allowed_caps')
    const declared = (container: string) =>
      inventory.services.find(
        ({ runtime, host: at, name, container: own = name }) =>
          runtime === 'docker' && at === on && own === container,
      )
    const isRemapped = (container: string) =>
      machine.containerUidMaps.some(
        (it) => it.container === container && it.users.every((range) => range.host !== 0),
      )

    const isOfGpu = (path: string) => /^\/dev\/(nvidia|dri(\/|$))/.test(path)
    all(
      () => every(machine.containers, 'is not privileged', ({ isPrivileged }) => !isPrivileged),
      () =>
        every(
          machine.containers.map(({ name, capAdd }) => ({ container: name, capAdd })),
          'asks for no capability beyond those allowed',
          ({ capAdd }) => capAdd.every((it) => allowed.includes(it.replace(/^CAP_/, ''))),
        ),
      () =>
        none(
          machine.containerUidMaps,
          'holds a capability beyond those allowed',
          ({ bounding }) => !bounding.every((it) => allowed.includes(it)),
        ),
      () =>
        none(
          machine.containerUidMaps,
          'runs as root of the machine',
          ({ container, uids }) => uids.includes(0) && !declared(container)?.rootful,
        ),
      () =>
        none(
          machine.containers.map(({ name, user }) => ({ container: name, user })),
          'starts as root',
          ({ container, user }) =>
            /^(|0|root)(:.*)?$/.test(user) &&
            !declared(container)?.rootful &&
            !isRemapped(container),
        ),
      () =>
        none(
          machine.containerUidMaps,
          'runs without a system call filter',
          ({ seccomp }) => seccomp !== 2,
        ),
      () =>
        none(
          machine.containers,
          'shares a namespace with the machine, or has its confinement switched off',
          ({ name, namespaces: { pid, ipc, uts, userns, network }, securityOptions }) =>
            [pid, ipc, uts, userns].includes('host') ||
            (network === 'host' && !declared(name)?.hostNetwork) ||
            securityOptions.some((it) => /unconfined|label[:=]disable/.test(it)),
        ),
      () =>
        none(
          machine.containers.flatMap(({ name, devices }) =>
            devices.map((device) => ({ container: name, device })),
          ),
          'is given a device of the machine',
          ({ container, device }) => !(isOfGpu(device) && declared(container)?.gpu),
        ),
      () =>
        none(
          machine.containers.flatMap(({ name, mounts }) =>
            mounts.map(({ source, destination }) => ({ container: name, source, destination })),
          ),
          'holds the socket of the engine',
          ({ container, source }) =>
            (/(docker|containerd|podman|crio)[^/]*\.sock$/.test(source) ||
              ABOVE_SOCKET.includes(source)) &&
            !declared(container)?.dockerSocket,
        ),
    )
  },
)
