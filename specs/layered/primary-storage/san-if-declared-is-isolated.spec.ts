import { all, control, none } from '#harness'

control(
  'Block storage over the network answers nobody but hypervisors, or is not there',
  {
    statement: 'LA-43',
    impact: 'low',
    strength: 'optional',
    kind: 'storage',
    standards: ['SC-7', 'IA-3', 'SC-8'],
    remedy:
      'Close port 3260 to every VLAN but that of storage, and have sessions authenticated by CHAP.',
  },
  ({ host, hosts, inventory, lab, vantage }) => {
    const used = lab.proxmoxStorages.items.filter(({ type }) => /iscsi|^zfs$/.test(type))
    const because = `${used[0]?.name} is a SAN, and nobody looks at its sessions yet`

    all(
      ...inventory.vantages.map(
        ({ name }) =>
          () =>
            none(
              vantage(name).openPorts,
              `is a SAN that answers ${name}`,
              ({ port }) => port === 3260,
            ),
      ),
      () =>
        none(
          hosts().flatMap(({ name }) =>
            host(name).listeners.map(({ port, address }) => ({ host: name, address, port })),
          ),
          'is a target that nobody uses',
          ({ port }) => port === 3260 && used.length === 0,
        ),
      () =>
        none(
          {
            ...lab.proxmoxStorages,
            items: [],
            complete: lab.proxmoxStorages.complete && used.length === 0,
            because: lab.proxmoxStorages.because ?? because,
          },
          'is a session without CHAP',
          () => true,
        ),
    )
  },
)
