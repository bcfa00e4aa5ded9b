import { control, every } from '#harness'

control(
  'Bridges, bonds and VLANs of the hypervisor are those of the code',
  {
    statement: 'TG-136',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-8'],
    remedy:
      'Import the interface into the root `proxmox`, or remove it from the node; what the installer made and nobody manages is named in p.pve.installer_bridges.',
  },
  ({ host, lab, need, parameter }) => {
    const managed = host(need('tofu').host).tofuRoots.flatMap(({ resources }) => resources)
    const left = parameter.words('p.pve.installer_bridges')

    every(
      lab.proxmoxNetworks.filter(({ type, name }) => type !== 'eth' && !left.includes(name)),
      'is in the state, as it is',
      ({ node, name, isVlanAware, ports }) =>
        managed.some(
          (one) =>
            /network_(linux_)?(bridge|bond|vlan)$/.test(one.type) &&
            one.node === node &&
            one.name === name &&
            (one.isVlanAware ?? false) === isVlanAware &&
            (one.ports ?? []).join() === ports.join(),
        ),
    )
  },
)
