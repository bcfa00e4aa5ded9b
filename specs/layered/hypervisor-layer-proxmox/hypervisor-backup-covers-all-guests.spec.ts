import { all, control, every, none } from '#harness'

control(
  'Every guest, with all of its disks, is in a backup job that runs',
  {
    statement: 'LA-31',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-9(3)', 'CIS-11.2'],
    remedy:
      'Add the guest to a job under Datacenter > Backup and switch it on; set `backup=1` on the disk; start the job and look at its log.',
  },
  ({ ageSeconds, isRecent, inventory, lab, parameter }) => {
    const jobs = lab.backupJobs.filter(
      ({ isEnabled, nextAt }) => isEnabled && nextAt !== undefined && ageSeconds(nextAt) < 0,
    )
    const volumes = jobs.flatMap(({ id, guests }) =>
      guests.flatMap(({ vmid, volumes: own }) =>
        own.map(({ key, isIncluded, reason }) => ({ job: id, vmid, key, isIncluded, reason })),
      ),
    )
    const grace = parameter.seconds('p.backup.grace')

    all(
      () =>
        none(
          lab.guestsNotBackedUp.map((vmid) => ({ vmid })),
          'is in no job',
          () => true,
        ),
      () =>
        every(
          inventory.guests.map(({ vmid, name }) => ({ vmid, name })),
          'is in a job that is on and will run',
          ({ vmid }) => volumes.some((it) => it.vmid === vmid),
        ),
      () =>
        every(
          volumes,
          'is in a backup',
          ({ vmid, key, isIncluded }) =>
            isIncluded ||
            /^(efidisk|tpmstate)/.test(key) ||
            volumes.some((it) => it.vmid === vmid && it.key === key && it.isIncluded),
        ),
      // A job that is scheduled and fails every night leaves no archive.
      () =>
        every(
          inventory.guests.map(({ vmid, name }) => {
            const own = lab.backupArchives.filter(
              (it) => it.vmid === vmid && it.bytes > 0 && it.verification !== 'failed',
            )
            return {
              vmid,
              name,
              newest:
                own
                  .map(({ at }) => at)
                  .sort()
                  .at(-1) ?? 'never',
            }
          }),
          'has an archive of the last day',
          ({ newest }) => newest !== 'never' && isRecent(newest, 86_400 + grace),
        ),
    )
  },
)
