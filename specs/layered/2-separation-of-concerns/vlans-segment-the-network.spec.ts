import { all, control, every, none, same, that, the } from '#harness'
import { isIn, vlanOf } from '../vlans.ts'

control(
  'Every VLAN is the same at the edge, at the hypervisors and at each guest',
  {
    statement: 'LA-11',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-7', 'SC-7(21)', 'AC-4', 'CIS-12.2', 'CIS-3.12'],
    remedy:
      'Set `tag=` of the guest’s interface and restart it, make the bridge VLAN-aware, or add the interface at the edge; declare a new VLAN in lab.yaml.',
  },
  ({ host, hosts, inventory, lab, need, parameter }) => {
    const { vlans } = need('segments')
    const { wanAddress, vpn } = need('edge')
    const tagged = lab.edgeSystem.interfaces.filter(({ vlan }) => vlan !== undefined)
    const guests = inventory.guests.map(({ vmid, name }) => {
      const { address } = the(inventory.hosts, name, (it) => it.vmid === vmid)
      return { vmid, name, vlan: vlanOf(address, vlans)?.id }
    })
    const ports = hosts('hypervisor').flatMap(({ name }) =>
      host(name).bridgePorts.map((it) => ({ host: name, ...it })),
    )
    const isPortOf = (vmid: number) => new RegExp(`^(fwpr${vmid}p|tap${vmid}i|veth${vmid}i)\\d+$`)

    all(
      () =>
        same(
          tagged.map(({ vlan }) => String(vlan)),
          vlans.map(({ id }) => String(id)),
          'VLANs at the edge',
        ),
      () =>
        every(
          vlans,
          'has an interface at the edge that is up and has its address',
          ({ id, gateway, network }) =>
            tagged.some(
              (it) =>
                it.vlan === id &&
                it.isUp &&
                it.addresses.some((at) => at.startsWith(`${gateway}/`) && isIn(gateway, network)),
            ),
        ),
      // A flat network beside them is one that no tag keeps apart.
      () =>
        none(
          lab.edgeSystem.interfaces
            .filter(({ vlan, device }) => vlan === undefined && !/^lo\d|^enc\d/.test(device))
            .map(({ device, addresses }) => ({ device, addresses })),
          'is a network of the edge without a tag',
          ({ device, addresses }) =>
            device !== vpn.interface &&
            addresses.some((at) => !at.startsWith(`${wanAddress}/`) && !at.startsWith('127.')),
        ),
      () =>
        that(vlans.length >= parameter.number('p.vlan.min_count'), 'there are VLANs enough', {
          vlans: vlans.length,
        }),
      () =>
        every(
          lab.proxmoxNetworks.filter(({ type }) => /bridge/i.test(type)),
          'is a bridge on which tags mean something',
          ({ isVlanAware, isActive }) => isVlanAware && isActive,
        ),
      () =>
        every(guests, 'has one interface, in the VLAN of its address', ({ vmid, vlan }) => {
          const { options } = the(lab.guestConfigs, `guest ${vmid}`, (it) => it.vmid === vmid)
          const own = Object.entries(options).filter(([key]) => /^net\d+$/.test(key))
          return (
            vlan !== undefined &&
            own.length === 1 &&
            own.every(
              ([, value]) =>
                new RegExp(`(^|,)tag=${vlan}(,|$)`).test(value) && !/trunks=/.test(value),
            )
          )
        }),
      // Configured and waiting for a restart is not in force: the kernel’s table is.
      () =>
        every(guests, 'is held to that VLAN by the kernel', ({ vmid, vlan }) => {
          const own = ports.filter(({ device }) => isPortOf(vmid).test(device))
          return (
            own.length > 0 &&
            own.every((it) => it.pvid === vlan && it.vlans.join() === String(vlan))
          )
        }),
      () =>
        none(
          ports.map(({ host: on, device, vlans: passing }) => ({ host: on, device, passing })),
          'carries a VLAN that nobody declared',
          ({ passing }) => passing.some((vlan) => !vlans.some(({ id }) => id === vlan)),
        ),
    )
  },
)
