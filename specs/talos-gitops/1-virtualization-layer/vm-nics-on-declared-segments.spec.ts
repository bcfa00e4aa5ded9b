import { all, control, every, none, saw, the } from '#harness'

type Card = {
  readonly key: string
  readonly bridge?: string
  readonly tag?: number | undefined
  readonly trunks?: string
}

const placeOf = ({ key, bridge, tag, trunks }: Card): string =>
  `${key} ${bridge} ${tag ?? 'untagged'} ${trunks ?? ''}`.trim()

control(
  'Every network card of a guest is in the segment that it was given',
  {
    statement: 'TG-12',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-4', 'SC-7', 'CIS-12.2'],
    remedy:
      'Set bridge and VLAN with `qm set <vmid> --net0 …`, remove cards that nobody declared, and make the bridge VLAN-aware.',
  },
  ({ inventory, lab, need }) =>
    all(
      () =>
        every(
          need('virtual').machines,
          'has the cards of its segments and no other',
          ({ guest, nics }) => {
            const { vmid } = the(inventory.guests, `guest ${guest}`, ({ name }) => name === guest)
            const { networks, pending } = the(
              lab.guestConfigs,
              `guest ${guest}`,
              (one) => one.vmid === vmid,
            )
            const wanted = nics.map((nic, index) => {
              const { bridge, tag } = the(
                need('virtual').segments,
                `segment ${nic}`,
                ({ name }) => name === nic,
              )
              return placeOf({ key: `net${index}`, bridge, tag })
            })
            return (
              networks.map(placeOf).sort().join() === wanted.sort().join() &&
              !pending.some(({ key }) => /^net\d/.test(key))
            )
          },
        ),
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.flatMap(({ isTemplate, networks, vmid }) =>
              isTemplate ? [] : [{ vmid, networks: networks.map(placeOf) }],
            ),
          },
          'was given no segment, and has a card',
          ({ networks, vmid }) =>
            networks.length > 0 &&
            !inventory.guests.some(
              (guest) =>
                guest.vmid === vmid &&
                need('virtual').machines.some((machine) => machine.guest === guest.name),
            ),
        ),
      () =>
        every(
          need('virtual').segments.filter(({ tag }) => tag !== undefined),
          'is on a bridge that keeps VLANs apart',
          ({ bridge }) =>
            saw(lab.proxmoxNetworks, ({ name }) => name === bridge) &&
            lab.proxmoxNetworks
              .filter(({ name }) => name === bridge)
              .every(({ isVlanAware, isActive }) => isVlanAware && isActive),
        ),
    ),
)
