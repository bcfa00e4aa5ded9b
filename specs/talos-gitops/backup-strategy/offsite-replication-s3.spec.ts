import { all, control, every, none } from '#harness'

control(
  'Backups are copied off the site, and the last copy went well',
  {
    statement: 'TG-218',
    impact: 'high',
    strength: 'future',
    kind: 'backup',
    standards: ['CP-6', 'CP-9(3)', 'CIS-11.4'],
    remedy:
      'Add a push sync job to the remote backup server, or a datastore in S3 with a sync job into it; give the token the right Remote.Audit.',
    subject: 'offsite-backup',
  },
  ({ isRecent, lab, need, parameter }) => {
    const { stores } = need('backups')
    const { backupStores, backupServerJobs } = lab
    const isS3 = (store: string) =>
      backupStores.some(({ backend, name }) => name === store && backend === 's3')
    const copies = backupServerJobs.sync.filter((job) =>
      job.direction === 'push'
        ? stores.includes(job.store) && job.remote !== undefined
        : isS3(job.store) && stores.includes(job.remoteStore),
    )
    all(
      () =>
        every(
          stores.map((store) => ({ store })),
          'has a copy off the site',
          ({ store }) => copies.some((job) => job.store === store || job.remoteStore === store),
        ),
      () =>
        every(
          copies,
          'went well lately, on a schedule',
          ({ lastEndedAt, lastState, schedule }) =>
            schedule !== undefined &&
            lastState === 'OK' &&
            lastEndedAt !== undefined &&
            isRecent(lastEndedAt, parameter.seconds('p.backup.rpo_tier_1')),
        ),
      () =>
        none(
          copies,
          'deletes off the site what is deleted here',
          ({ removesVanished }) => removesVanished,
        ),
    )
  },
)
