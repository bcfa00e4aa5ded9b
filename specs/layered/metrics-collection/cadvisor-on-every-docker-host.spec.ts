import { control, every, the } from '#harness'

control(
  'cAdvisor of each Docker host sees every container that runs there',
  {
    statement: 'LA-49',
    impact: 'medium',
    kind: 'observability',
    standards: ['SI-4', 'CM-8', 'CA-7'],
    remedy:
      'Start cAdvisor with /sys and the folder of Docker mounted read-only, and add it to prometheus.yml.',
  },
  ({ ageSeconds, evidenceOf, host, hosts, lab, parameter }) => {
    const freshest = parameter.seconds('p.metrics.freshness')
    const askedAt = ageSeconds(
      the(evidenceOf('scrapedSeries', 'lab'), 'answer', () => true).takenAt,
    )
    const seen = lab.scrapedSeries.filter(
      ({ name, value }) =>
        name === 'container_last_seen' &&
        Math.abs(ageSeconds(new Date(value * 1000).toISOString()) - askedAt) <= freshest,
    )
    const running = hosts('compute').flatMap(({ name, address }) =>
      host(name)
        .containers.filter(({ isRunning }) => isRunning)
        .map(({ id, name: container }) => ({ host: name, address, container, id })),
    )

    every(
      running,
      'is among what cAdvisor of its host saw just now',
      ({ address, id, container }) =>
        seen.some(
          ({ labels }) =>
            labels.instance?.startsWith(`${address}:`) &&
            labels.id?.includes(id) &&
            labels.name === container,
        ),
    )
  },
)
