import { all, control, same } from '#harness'
import { GUESTS } from './guests.ts'

control(
  'The hypervisor has the eight guests of the document, and no other',
  {
    statement: 'ZF-10',
    impact: 'medium',
    strength: 'target',
    kind: 'placement',
    standards: ['CM-8', 'CM-7', 'CIS-1.2'],
    remedy:
      'Remove what is left over with `pct destroy` or `qm destroy`, after a backup; a guest that stays needs a row in the document, and an address there.',
  },
  ({ host, hosts, lab, inventory }) => {
    const known = inventory.guests.filter(({ name }) => GUESTS.some((guest) => guest.name === name))
    const documented = known.map(({ vmid, type }) => `${type} ${vmid}`)
    const guests = lab.guests.items.filter(({ isTemplate }) => !isTemplate)

    all(
      () =>
        same(
          { ...lab.guests, items: guests.map(({ type, vmid }) => `${type} ${vmid}`) },
          documented,
          'guests',
        ),
      ...hosts('hypervisor').map(({ name }) => () => {
        const templates = lab.guests.items.filter(({ isTemplate }) => isTemplate)
        const files = host(name).guestFiles.filter(
          (file) => !templates.some(({ vmid }) => vmid === file.vmid),
        )
        same(
          files.map(({ type, vmid }) => `${type} ${vmid}`),
          documented,
          'configurations of guests',
        )
      }),
    )
  },
)
