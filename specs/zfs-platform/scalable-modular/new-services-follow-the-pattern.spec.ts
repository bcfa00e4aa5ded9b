import { all, control, every, none } from '#harness'

control(
  'What runs beyond the document is a container of a project, or a machine with an address of its own',
  {
    statement: 'ZF-121',
    impact: 'low',
    strength: 'target',
    kind: 'placement',
    standards: ['CM-3', 'CM-8'],
    remedy:
      'Put a new service into a compose project of the machine of its domain, declared under `placement`, or into a machine of its own; never onto the hypervisor or into a system container.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { stacks } = need('placement')
    const projects = stacks.map((stack) => `${stack.host} ${stack.project}`)

    all(
      ...hosts('compute').map(
        ({ name }) =>
          () =>
            every(
              host(name).workloads.map(({ name: container, project, isGameServer }) => ({
                host: name,
                container,
                project,
                isGameServer,
              })),
              'belongs to a project that was declared for its machine',
              ({ project, isGameServer }) =>
                isGameServer || projects.includes(`${name} ${project}`),
            ),
      ),
      () =>
        none(
          { ...lab.guests, items: lab.guests.items.filter(({ isTemplate }) => !isTemplate) },
          'is a new container of the system, or a machine without an address',
          (guest) =>
            !inventory.guests.some(({ vmid }) => vmid === guest.vmid) &&
            (guest.type === 'lxc' || !inventory.hosts.some(({ vmid }) => vmid === guest.vmid)),
        ),
      ...hosts('hypervisor', 'service').map(
        ({ name }) =>
          () =>
            none(
              host(name).services.filter(({ activeState }) => activeState === 'active'),
              'is a unit of one’s own on a host that serves no applications',
              ({ fragmentPath = '', names }) =>
                fragmentPath.startsWith('/etc/systemd/system/') &&
                !names.includes('AdGuardHome.service') &&
                !names.some((unit) => /^(smbd|nfs-server|tailscaled)\.service$/.test(unit)),
            ),
      ),
    )
  },
)
