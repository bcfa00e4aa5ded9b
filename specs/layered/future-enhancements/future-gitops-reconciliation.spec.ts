import { all, control, none, that } from '#harness'

control(
  'A reconciler holds the platform to the head of the repository by itself',
  {
    statement: 'LA-88',
    impact: 'low',
    strength: 'future',
    kind: 'configuration',
    standards: ['CM-2(2)', 'CM-3', 'SI-7', 'CIS-4.1'],
    remedy:
      'Start the reconciler, have it act by itself and remove what is gone from the repository, and look at what it cannot bring into line.',
    subject: 'gitops',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { deployHost } = need('iac')
    const { revision, at, isAutomatic, prunes, outOfSync } = host(deployHost).reconciler

    all(
      () =>
        that(revision === lab.pipeline.head, 'it is at the head of the branch', {
          revision,
          head: lab.pipeline.head,
        }),
      () =>
        that(isRecent(at, parameter.seconds('p.gitops.max_lag')), 'it looked a moment ago', { at }),
      () =>
        that(isAutomatic && prunes, 'it acts by itself, and removes what is gone', {
          isAutomatic,
          prunes,
        }),
      () =>
        none(
          outOfSync.map((object) => ({ object })),
          'differs from the revision',
          () => true,
        ),
      () =>
        that(
          host(deployHost).services.some(
            ({ unit, activeState }) => unit === 'reconcile.service' && activeState === 'active',
          ),
          'it runs, and does not only seem to',
          { unit: 'reconcile.service' },
        ),
    )
  },
)
