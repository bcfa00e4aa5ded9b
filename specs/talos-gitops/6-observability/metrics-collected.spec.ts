import { ageWhenSeen, all, control, every, that } from '#harness'

control(
  'Control plane, nodes, storage, entry and applications are all measured',
  {
    statement: 'TG-154',
    impact: 'medium',
    kind: 'observability',
    standards: ['AU-6', 'SI-4', 'CA-7'],
    remedy:
      'See Status, Targets in Prometheus: a job without a target is not configured, one that is down cannot be reached.',
  },
  (views) => {
    const { lab, parameter } = views
    const longest = parameter.seconds('p.metrics.max_age')
    const isFresh = (at: string) => {
      const age = ageWhenSeen(views, 'prometheusTargets', at)
      return age >= -60 && age <= longest
    }
    const jobs = parameter.words('p.metrics.jobs').map((job) => ({
      job,
      targets: lab.prometheusTargets
        .filter((target) => target.job === job)
        .map(({ health, host, lastScrapeAt, port }) => ({
          at: `${host}:${port}`,
          health,
          lastScrapeAt,
        })),
    }))
    const everywhere = parameter.words('p.metrics.per_node').flatMap((job) =>
      lab.kubeNodes.items.map(({ addresses, name }) => ({
        job,
        node: name,
        isMeasured: lab.prometheusTargets.some(
          (target) =>
            target.job === job && addresses.some(({ address }) => address === target.host),
        ),
      })),
    )
    all(
      () =>
        every(
          { ...lab.kubeNodes, items: everywhere },
          'is measured',
          ({ isMeasured }) => isMeasured,
        ),
      () => that(lab.prometheusRuntime.isReady, 'Prometheus is ready', lab.prometheusRuntime),
      () =>
        every(
          jobs,
          'has targets, all of which were measured just now',
          ({ targets }) =>
            targets.length > 0 &&
            targets.every(
              ({ health, lastScrapeAt }) =>
                health === 'up' && lastScrapeAt !== undefined && isFresh(lastScrapeAt),
            ),
        ),
    )
  },
)
