import { all, control, every, none, that } from '#harness'

control(
  'Each machine has a kernel, an engine and keys of its own, and none is let into another',
  {
    statement: 'ZF-114',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-39', 'SC-7', 'AC-6'],
    remedy:
      'Make a clone anew (`systemd-machine-id-setup`, new host keys), close the TCP port of the engine and the agent of Portainer, and remove keys of machines from authorized_keys.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const machines = hosts('compute').map(({ name, vmid }) => ({
      name,
      vmid,
      ...host(name).identity,
    }))
    const { host: at = '' } = inventory.services.find(({ name }) => name === 'portainer') ?? {}
    const own = host(at).containers.map(({ name }) => name)
    const { guestFiles } = host(need('zfs').host)
    const known = (inventory.people ?? []).flatMap(({ sshKeys = [] }) => sshKeys)
    const isAlone = (key: 'bootId' | 'machineId' | 'productUuid') =>
      new Set(machines.map((machine) => machine[key])).size === machines.length

    all(
      () =>
        every(
          ['bootId', 'machineId', 'productUuid'] as const,
          'differs from machine to machine',
          isAlone,
        ),
      () =>
        every(
          machines,
          'is the machine that the hypervisor runs, by a process of its own',
          (machine) => {
            const { smbios1 = '' } =
              lab.guestConfigs.items.find(({ vmid }) => vmid === machine.vmid)?.options ?? {}
            const process = guestFiles.find((file) => file.vmid === machine.vmid)
            return (
              machine.productUuid !== undefined &&
              smbios1.toLowerCase().includes(`uuid=${machine.productUuid}`) &&
              process?.pid !== undefined &&
              guestFiles.every((file) => file === process || file.pid !== process.pid)
            )
          },
        ),
      // A clone may be given another identity, and keep the keys of its daemon.
      () =>
        every(
          machines.flatMap(({ name }) =>
            host(name).hostKeys.map((key) => ({ host: name, ...key })),
          ),
          'is a key of that machine alone',
          ({ host: on, fingerprint }) =>
            machines.every(
              ({ name }) =>
                name === on || host(name).hostKeys.every((key) => key.fingerprint !== fingerprint),
            ),
        ),
      ...machines.map(
        ({ name }) =>
          () =>
            none(
              host(name).listeners.map(({ protocol, address, port, programs }) => ({
                host: name,
                protocol,
                address,
                port,
                programs,
              })),
              'is an engine that others may command',
              ({ address, port, programs = [] }) =>
                !/^(127\.|::1$)/.test(address) &&
                ([2375, 2376, 9001].includes(port) || programs.includes('dockerd')),
            ),
      ),
      () =>
        none(
          lab.portainer.environments,
          'is an engine of another machine',
          ({ url }) =>
            !url.startsWith('unix://') &&
            !(URL.canParse(url) && own.includes(new URL(url).hostname)),
        ),
      () => that(known.length > 0, 'the inventory knows whose keys there are', { known }),
      ...machines.map(({ name }) => () => {
        const { items, ...whole } = host(name).authorizedKeys
        none(
          { ...whole, items: items.map((key) => ({ host: name, ...key })) },
          'belongs to nobody in the inventory',
          ({ fingerprint }) => !known.includes(fingerprint),
        )
      }),
    )
  },
)
