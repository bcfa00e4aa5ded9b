import { all, control, every, none } from '#harness'

control(
  'Containers share neither namespaces nor the engine with their host, and hold no extra rights',
  {
    statement: 'LA-12',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-39', 'AC-6', 'CM-7', 'SC-3', 'CIS-4.1'],
    remedy:
      'Take `privileged`, `pid: host`, `network_mode`, `cap_add`, `unconfined` and the socket out of the Compose file and deploy it; declare what must stay (`dockerSocket`, `hostNetwork`).',
  },
  ({ host, hosts, inventory, parameter }) => {
    const allowed = parameter.words('p.privilege.allowed_caps')
    const found = hosts('compute').flatMap(({ name: on }) =>
      host(on)
        .containers.filter(({ isRunning }) => isRunning)
        .map((it) => ({ host: on, ...it })),
    )
    const processes = hosts('compute').flatMap(({ name: on }) =>
      host(on).containerUidMaps.map((it) => ({ host: on, ...it })),
    )
    const declared = (on: string, container: string) =>
      inventory.services.find(
        ({ name, host: at, container: own = name }) => own === container && at === on,
      )

    all(
      () =>
        none(
          found.map(({ host: on, name, isPrivileged, capAdd, devices, deviceRequests }) => ({
            host: on,
            container: name,
            isPrivileged,
            capAdd,
            devices: [...devices, ...deviceRequests],
          })),
          'is privileged, or is given capabilities or devices of the host',
          ({ isPrivileged, capAdd, devices }) =>
            isPrivileged ||
            devices.length > 0 ||
            capAdd.some((it) => !allowed.includes(it.replace(/^CAP_/, ''))),
        ),
      () =>
        none(
          found.map(({ host: on, name, namespaces, securityOptions }) => ({
            host: on,
            container: name,
            namespaces,
            securityOptions,
          })),
          'shares a namespace, or is not confined',
          ({
            host: on,
            container,
            namespaces: { pid, ipc, uts, userns, network },
            securityOptions,
          }) =>
            [pid, ipc, uts, userns].some((it) => /^(host|container:)/.test(it)) ||
            /^container:/.test(network) ||
            (network === 'host' && !declared(on, container)?.hostNetwork) ||
            securityOptions.some((it) => /unconfined|disable/.test(it)),
        ),
      // The engine’s word is of when it was made; the kernel’s is of now.
      () =>
        none(
          processes.map(({ host: on, container, seccomp, bounding }) => ({
            host: on,
            container,
            seccomp,
            bounding,
          })),
          'runs with rights beyond those allowed, or without a system call filter',
          ({ seccomp, bounding }) => seccomp !== 2 || !bounding.every((it) => allowed.includes(it)),
        ),
      () =>
        none(
          found.flatMap(({ host: on, name, mounts }) =>
            mounts.map(({ source, destination }) => ({
              host: on,
              container: name,
              source,
              destination,
            })),
          ),
          'holds the engine, or a folder that it is in',
          ({ host: on, container, source }) =>
            (/(docker|containerd|podman|crio)[^/]*\.sock$/.test(source) ||
              /^\/(run|var|var\/(run|lib|lib\/(docker|containerd))|proc|dev|boot|etc|root|home|usr)?\/?$/.test(
                source,
              )) &&
            !declared(on, container)?.dockerSocket,
        ),
      () =>
        every(
          found.map(({ host: on, name }) => ({ host: on, container: name })),
          'is a container whose process the kernel shows',
          ({ host: on, container }) =>
            processes.some((it) => it.host === on && it.container === container),
        ),
    )
  },
)
