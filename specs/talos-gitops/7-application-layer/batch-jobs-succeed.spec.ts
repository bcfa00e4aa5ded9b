import { all, control, every, none } from '#harness'

control(
  'Each scheduled job runs, and ended well the last time',
  {
    statement: 'TG-116',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SI-13'],
    remedy: 'See the log of the last job; take `suspend: true` out of the cron job.',
  },
  ({ isRecent, lab, parameter }) => {
    const grace = parameter.seconds('p.jobs.grace')
    all(
      () =>
        every(
          {
            ...lab.kubeCronJobs,
            items: lab.kubeCronJobs.items.map(
              ({ intervalSeconds, isSuspended, name, namespace, succeededAt }) => ({
                job: `${namespace}/${name}`,
                isSuspended,
                intervalSeconds,
                succeededAt,
              }),
            ),
          },
          'is not suspended, and ended well lately',
          ({ intervalSeconds, isSuspended, succeededAt }) =>
            !isSuspended &&
            succeededAt !== undefined &&
            isRecent(succeededAt, 2 * intervalSeconds + grace),
        ),
      () =>
        none(
          {
            ...lab.kubeJobs,
            items: lab.kubeJobs.items.map(({ conditions, name, namespace }) => ({
              job: `${namespace}/${name}`,
              conditions,
            })),
          },
          'failed',
          ({ conditions }) =>
            conditions.some(({ status, type }) => type === 'Failed' && status === 'True'),
        ),
    )
  },
)
