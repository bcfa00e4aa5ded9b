import { all, control, every, none } from '#harness'

/** The same look at other members of it. */
const mapped = <A, B>(
  census: { readonly items: readonly A[]; readonly complete: boolean; readonly because?: string },
  make: (item: A) => B,
) => ({ ...census, items: census.items.map(make) })

control(
  'Each guest is taken whole by a backup job that is switched on',
  {
    statement: 'TG-69',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.1', 'CIS-11.2'],
    remedy:
      'Add the guest to the backup job of its tier; take `backup=0` off the disk, or name the disk under backups.exemptDisks with the reason.',
  },
  ({ inventory, lab, need }) => {
    const { exempt = {}, exemptDisks = [], tiers } = need('backups')
    const { node } = need('pve')
    const jobs = lab.backupJobs.filter(
      (job) => job.isEnabled && (job.node === undefined || job.node === node),
    )
    const isExempt = (guest: string, disk: string) =>
      exemptDisks.some((one) => one.guest === guest && one.disk === disk)
    const guests = inventory.guests
      .filter(({ name }) => name in tiers)
      .map(({ name, vmid }) => ({ name, vmid }))
    all(
      () =>
        every(
          inventory.guests.map(({ name }) => ({ name })),
          'has a tier, or a reason for having none',
          ({ name }) => name in tiers || name in exempt,
        ),
      () =>
        none(
          mapped(lab.guests, ({ isTemplate, name, vmid }) => ({ name, vmid, isTemplate })),
          'is a guest that nobody declared',
          ({ isTemplate, vmid }) =>
            !isTemplate && !inventory.guests.some((guest) => guest.vmid === vmid),
        ),
      () =>
        every(guests, 'is taken, with every disk', ({ name, vmid }) =>
          jobs.some(({ guests: taken }) =>
            taken.some(
              (guest) =>
                guest.vmid === vmid &&
                guest.volumes.some(({ isIncluded }) => isIncluded) &&
                guest.volumes.every(({ isIncluded, key }) => isIncluded || isExempt(name, key)),
            ),
          ),
        ),
      () =>
        none(
          lab.guestsNotBackedUp.map((vmid) => ({ vmid })),
          'is in no job at all',
          ({ vmid }) =>
            !inventory.guests.some((guest) => guest.vmid === vmid && guest.name in exempt),
        ),
    )
  },
)
