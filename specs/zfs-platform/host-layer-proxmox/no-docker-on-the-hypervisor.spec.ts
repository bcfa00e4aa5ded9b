import { all, control, none } from '#harness'

control(
  'On the hypervisor run guests alone: no engine, and no program that serves anybody else',
  {
    statement: 'ZF-36',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['CM-7', 'SC-2', 'SC-39'],
    remedy:
      'Move the workload into the machine of its domain, then purge the engine: `apt purge docker.io containerd podman`.',
  },
  ({ host, hosts, parameter }) => {
    const known = parameter.words('p.hypervisor.allowed_listeners')

    all(
      ...hosts('hypervisor').flatMap(({ name }) => [
        // Processes of containers are seen here as well: they are in another namespace.
        () =>
          none(
            host(name).engines,
            'is a trace of an engine',
            ({ isInGuest }) => isInGuest !== true,
          ),
        () =>
          none(
            host(name).addresses.map(({ device, address }) => ({ host: name, device, address })),
            'is a bridge of an engine',
            ({ device }) => /^(docker|br-[0-9a-f]{12}|cni|podman|virbr)/.test(device),
          ),
        () =>
          none(
            host(name).listeners.map(({ protocol, address, port, programs = [] }) => ({
              host: name,
              protocol,
              address,
              port,
              programs,
            })),
            'serves somebody, and is no part of a hypervisor',
            ({ address, programs }) =>
              !/^(127\.|::1$)/.test(address) &&
              (programs.length === 0 || programs.some((one) => !known.includes(one))),
          ),
      ]),
    )
  },
)
