import { all, control, every, that, the } from '#harness'

control(
  'Prometheus runs, and every guest answers it now',
  {
    statement: 'ZF-103',
    impact: 'high',

    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'CA-7'],
    remedy:
      'See Status, Targets in Prometheus; start the exporter of the guest that is down, and set the clock of the machine where scrapes lie ahead.',
  },
  ({ ageSeconds, evidenceOf, host, inventory, lab, need, parameter }) => {
    const { host: on, prometheus } = need('monitoring')
    const longest = parameter.seconds('p.metrics.max_age')
    // What was of late when Prometheus was asked; how long ago that was is for the guard "fresh" to judge.
    const [asked] = evidenceOf('prometheusTargets', 'lab')
    const age = (at: string) => ageSeconds(at) - ageSeconds(asked?.takenAt ?? at)
    const targets = inventory.guests.map(({ name }) => {
      const { address } = the(inventory.hosts, name, (one) => one.name === name)
      const own = lab.prometheusTargets.filter((target) => target.host === address)
      const up = own.find(
        ({ health, lastScrapeAt }) =>
          health === 'up' &&
          lastScrapeAt !== undefined &&
          age(lastScrapeAt) <= longest &&
          age(lastScrapeAt) >= -longest,
      )
      return {
        guest: name,
        targets: own.map(({ job, health }) => `${job} ${health}`),
        isUp: up !== undefined,
      }
    })
    const { isRunning, status } = the(
      host(on).workloads,
      `container ${prometheus}`,
      ({ name }) => name === prometheus,
    )

    all(
      () =>
        that(lab.prometheusRuntime.isReady, 'it is ready', {
          isReady: lab.prometheusRuntime.isReady,
        }),
      () => that(isRunning, 'its container runs', { container: prometheus, status }),
      () => that(lab.prometheusRuntime.isConfigLoaded, 'its configuration is in force', {}),
      () => every(targets, `has a target that was up in the last ${longest} s`, ({ isUp }) => isUp),
    )
  },
)
