import { all, control, every, naming, none, that } from '#harness'

control(
  'What happens on Rhea counts for nothing that is said about development',
  {
    statement: 'FR-35',
    impact: 'low',
    strength: 'target',
    kind: 'documentation',
    standards: ['CA-2', 'PL-2'],
    remedy:
      'Take Rhea out of the jobs that measure development in Prometheus, and place on it what is of the domains `media` and `files` alone.',
  },
  ({ hosts, lab, need }) => {
    const storage = hosts('storage')
    const isRhea = naming(storage)
    const { stacks, units = [] } = need('placement')
    const isOutside = ({ domain }: { domain: string }) => ['media', 'files'].includes(domain)
    all(
      () =>
        that(storage.length === 1, 'one machine is out of scope', {
          storage: storage.map(({ name }) => name),
        }),
      () =>
        every(
          [...stacks, ...units],
          'is in scope exactly when it is not on that machine',
          (it) => isOutside(it) === storage.some(({ name }) => name === it.host),
        ),
      // A machine that is measured with the others drags their verdict down.
      () =>
        none(
          lab.prometheusTargets,
          'measures Rhea among the others',
          ({ host: at, labels }) => isRhea(at) || Object.values(labels).some(isRhea),
        ),
      () =>
        none(lab.serviceAvailability.services, 'counts Rhea into the availability', ({ url }) =>
          isRhea(url),
        ),
    )
  },
)
