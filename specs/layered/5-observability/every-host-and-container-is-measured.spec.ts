import { all, control, every, the } from '#harness'

control(
  'Every host and container is scraped with success, just now',
  {
    statement: 'LA-25',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'CA-7', 'AU-12', 'CIS-8.2'],
    remedy:
      'Add the target to prometheus.yml, start the exporter, and look at its page under /targets.',
  },
  ({ ageSeconds, evidenceOf, hosts, inventory, lab, parameter }) => {
    const freshest = parameter.seconds('p.metrics.freshness')
    const askedAt = ageSeconds(
      the(evidenceOf('scrapedSeries', 'lab'), 'answer', () => true).takenAt,
    )
    const targetsAt = ageSeconds(
      the(evidenceOf('prometheusTargets', 'lab'), 'answer', () => true).takenAt,
    )
    const isFresh = (at: string, asked: number) => Math.abs(ageSeconds(at) - asked) <= freshest
    const fresh = lab.scrapedSeries.filter(({ at }) => isFresh(at, askedAt))
    const containers = inventory.services
      .filter(({ runtime }) => runtime === 'docker')
      .map(({ name, host, container = name }) => ({
        container,
        address: the(inventory.hosts, host, (it) => it.name === host).address,
      }))

    all(
      () =>
        every(
          hosts().map(({ name, address }) => ({ host: name, address })),
          'is a target that is up, scraped just now',
          ({ address }) =>
            lab.prometheusTargets.some(
              ({ host, health, lastScrapeAt = '' }) =>
                host === address && health === 'up' && isFresh(lastScrapeAt, targetsAt),
            ) &&
            fresh.some(
              ({ name, labels, value }) =>
                name === 'up' && value === 1 && labels.instance?.startsWith(`${address}:`),
            ),
        ),
      // One exporter under two names would count for two hosts.
      () =>
        every(
          lab.prometheusTargets
            .filter(({ job }) => job === 'node')
            .map(({ labels, host }) => ({ instance: labels.instance, address: host })),
          'is scraped once',
          ({ address }) =>
            lab.prometheusTargets.filter(({ job, host }) => job === 'node' && host === address)
              .length === 1,
        ),
      () =>
        every(containers, 'was seen just now on its host', ({ container, address }) =>
          fresh.some(
            ({ name, labels, value }) =>
              name === 'container_last_seen' &&
              labels.name === container &&
              labels.instance?.startsWith(`${address}:`) &&
              isFresh(new Date(value * 1000).toISOString(), askedAt),
          ),
        ),
    )
  },
)
