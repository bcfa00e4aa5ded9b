import { all, control, every, the } from '#harness'

control(
  'Each guest has one tier, and is in the backup job of that tier',
  {
    statement: 'TG-68',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'RA-2', 'CIS-3.7'],
    remedy:
      'Set exactly one tag `tier-1` to `tier-4` on the guest, and put it into the backup job of that tier.',
  },
  ({ inventory, lab, need }) => {
    const { jobs, tiers } = need('backups')
    const guests = inventory.guests
      .filter(({ name }) => name in tiers)
      .map(({ name, vmid }) => ({ name, vmid, tier: tiers[name] }))
    const tagsOf = (vmid: number) =>
      (the(lab.guestConfigs, `guest ${vmid}`, (config) => config.vmid === vmid).options.tags ?? '')
        .split(/[;, ]/)
        .filter((tag) => /^tier-/.test(tag))
    all(
      () =>
        every(
          guests.map((guest) => ({ ...guest, tags: tagsOf(guest.vmid) })),
          'has the tag of its tier and no other',
          ({ tags, tier }) => tags.length === 1 && tags[0] === `tier-${tier}`,
        ),
      () =>
        every(guests, 'is in a job of its tier, and in no other', ({ tier, vmid }) => {
          const taking = lab.backupJobs.filter((job) =>
            job.guests.some((guest) => guest.vmid === vmid),
          )
          return taking.length > 0 && taking.every(({ id }) => jobs[id] === tier)
        }),
    )
  },
)
