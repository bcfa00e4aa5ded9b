import { all, control, every, none, that, the } from '#harness'

control(
  'The compute VM runs the only container engine, and every Docker workload',
  {
    statement: 'ZT-38',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'CM-7', 'SC-39', 'CIS-2.1'],
    remedy:
      'Move the workload to the compute VM and purge the engine elsewhere (`apt-get purge docker.io containerd podman`, `loginctl disable-linger` for rootless ones); start what does not run with `docker start`.',
  },
  ({ host, hosts, lab, inventory }) => {
    const compute = the(hosts('compute'), 'compute VM', () => true)
    const workloads = inventory.services.filter(({ runtime }) => runtime === 'docker')
    const elsewhere = hosts().filter(({ name }) => name !== compute.name)
    const traces = (name: string) => {
      const found = host(name).engines
      return { ...found, items: found.items.map((trace) => ({ host: name, ...trace })) }
    }

    all(
      () => {
        const guest = the(lab.guests, `guest ${compute.vmid}`, ({ vmid }) => vmid === compute.vmid)
        that(guest.type === 'qemu' && guest.status === 'running', 'it is a VM and runs', guest)
      },
      () => {
        const { options } = the(
          lab.guestConfigs,
          `configuration of guest ${compute.vmid}`,
          ({ vmid }) => vmid === compute.vmid,
        )
        const { productUuid = 'none' } = host(compute.name).identity
        that(
          options.smbios1?.toLowerCase().split(',').includes(`uuid=${productUuid}`) === true,
          'the machine that answers is the VM of that number',
          { vmid: compute.vmid, productUuid, smbios1: options.smbios1 },
        )
      },
      () => {
        const { host: name } = lab.dockerEngine
        const { hostname } = host(compute.name).identity
        that(name === hostname, 'the engine runs on the compute VM', { engine: name, hostname })
      },
      () =>
        every(
          workloads.map(({ name, host: on, container = name }) => ({ container, host: on })),
          'is placed on the compute VM and runs there',
          ({ container, host: on }) =>
            on === compute.name &&
            lab.dockerEngine.containers.some(
              ({ name, state }) => name === container && state === 'running',
            ),
        ),
      () =>
        none(
          traces(compute.name),
          'is a second engine on the compute VM',
          ({ kind, name, uid = 0 }) =>
            kind !== 'binary' &&
            (!/docker|containerd/.test(name) || uid !== 0 || /\/(user|\.config)\//.test(name)),
        ),
      ...elsewhere.map(
        ({ name }) =>
          () =>
            none(traces(name), 'is an engine elsewhere', ({ kind }) => kind !== 'binary'),
      ),
    )
  },
)
