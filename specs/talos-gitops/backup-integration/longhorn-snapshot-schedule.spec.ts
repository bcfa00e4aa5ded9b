import { control, every } from '#harness'

/** Whether a job takes this volume: by its own name, by a group, or as one that is in no other. */
const takes = (
  job: { readonly name: string; readonly groups: readonly string[] },
  labels: Readonly<Record<string, string>>,
): boolean => {
  const mine = Object.entries(labels)
    .filter(([key, value]) => key.startsWith('recurring-job') && value === 'enabled')
    .map(([key]) => key)
  const groups = [
    ...job.groups.map((group) => `recurring-job-group.longhorn.io/${group}`),
    `recurring-job.longhorn.io/${job.name}`,
  ]
  return mine.length === 0
    ? job.groups.includes('default')
    : mine.some((label) => groups.includes(label))
}

control(
  'A recurring job takes snapshots of every volume, and keeps some',
  {
    statement: 'TG-67',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'Add a recurring job with the task `snapshot` and the group `default`; a volume with labels of its own is in no default group.',
  },
  ({ lab, parameter }) => {
    const jobs = lab.longhornJobs.items.filter(
      ({ cron, retain, task }) =>
        /^snapshot(-force-create)?$/.test(task) && retain > 0 && cron !== '',
    )
    const exempt = parameter.words('p.longhorn.snapshot_exempt')
    every(
      {
        ...lab.longhornVolumes,
        items: lab.longhornVolumes.items
          .filter(({ claim }) => !exempt.includes(claim ?? ''))
          .map(({ claim, labels, name }) => ({
            name,
            claim,
            jobs: jobs.filter((job) => takes(job, labels)).map((job) => job.name),
          })),
      },
      'is in a job that takes snapshots',
      ({ jobs: mine }) => mine.length > 0,
    )
  },
)
