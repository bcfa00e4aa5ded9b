import { all, control, every, same, saw } from '#harness'

control(
  'Proxmox VE of a supported release runs every guest, on nodes that are online',
  {
    statement: 'LA-28',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-2', 'CM-8', 'SI-2', 'CIS-2.1'],
    remedy:
      'Bring the node back (`systemctl status pveproxy corosync`), or upgrade it with pveXtoY; move a guest from a node that nobody declared.',
  },
  ({ host, hosts, lab, parameter, inventory }) => {
    const oldest = parameter.text('p.pve.min_release')
    const machines = hosts('hypervisor').map(({ name }) => ({
      host: name,
      version: host(name).pveVersion.manager,
    }))
    const release = (version: string) => Number.parseFloat(version)

    all(
      () =>
        same(
          lab.proxmoxNodes.map(({ node }) => node),
          hosts('hypervisor').map(({ name }) => name),
          'nodes of the cluster',
        ),
      () => every(lab.proxmoxNodes, 'is online', ({ status }) => status === 'online'),
      // An online node may answer for one that is not: each machine is asked itself.
      () =>
        every(
          machines,
          `runs release ${oldest} or later`,
          ({ version }) => release(version) >= release(oldest),
        ),
      () =>
        every(
          inventory.guests.map(({ vmid, name }) => ({ vmid, name })),
          'is a guest that runs on one of them',
          ({ vmid }) =>
            saw(
              lab.guests,
              (guest) =>
                guest.vmid === vmid &&
                guest.status === 'running' &&
                machines.some((machine) => machine.host === guest.node),
            ),
        ),
    )
  },
)
