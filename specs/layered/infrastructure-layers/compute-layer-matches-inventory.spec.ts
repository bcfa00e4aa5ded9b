import { all, control, every, same, the } from '#harness'

control(
  'The servers are exactly those that the inventory names, each once',
  {
    statement: 'LA-04',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'CM-8(1)', 'CIS-1.1', 'CIS-1.2'],
    remedy:
      'Start the guest that is missing; declare the one that nobody knows in lab.yaml, or remove it. A clone gets its own /etc/machine-id: `systemd-machine-id-setup` after emptying it.',
  },
  ({ host, hosts, lab, inventory }) => {
    const machines = hosts().map(({ name, vmid }) => ({ host: name, vmid, ...host(name).identity }))
    const servers = {
      ...lab.guests,
      items: lab.guests.items.filter(({ isTemplate }) => !isTemplate),
    }

    all(
      () =>
        same(
          { ...servers, items: servers.items.map(({ vmid, name }) => `${vmid} ${name}`) },
          inventory.guests.map(({ vmid, name }) => `${vmid} ${name}`),
          'guests',
        ),
      () =>
        every(
          servers.items.map(({ vmid, name, status }) => ({ vmid, name, status })),
          'runs',
          ({ status }) => status === 'running',
        ),
      () =>
        every(
          machines.map(({ host: name, hostname }) => ({ host: name, hostname })),
          'is the machine that it is taken for',
          ({ host: name, hostname }) => name === hostname,
        ),
      // A clone answers for its original.
      () =>
        every(
          machines.map(({ host: name, machineId }) => ({ host: name, machineId })),
          'is an installation of its own',
          ({ machineId }) =>
            machineId !== undefined &&
            machines.filter((other) => other.machineId === machineId).length === 1,
        ),
      () =>
        every(
          machines
            .filter(({ productUuid }) => productUuid !== undefined)
            .map(({ host: name, vmid, productUuid }) => ({ host: name, vmid, productUuid })),
          'is the virtual machine of its number',
          ({ vmid, productUuid }) =>
            the(lab.guestConfigs, `guest ${vmid}`, (it) => it.vmid === vmid)
              .options.smbios1?.toLowerCase()
              .includes(`uuid=${productUuid}`) === true,
        ),
    )
  },
)
