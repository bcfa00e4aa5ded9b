import { all, control, every, saw, that, the } from '#harness'

control(
  'Over a month, every service was up as much as an always-on host implies',
  {
    statement: 'FR-22',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['CP-2', 'SI-4', 'CA-7'],
    remedy:
      'See in Prometheus when `probe_success` was 0 and why; let the job `services` probe the health URL of each service, and let it run for the whole window before you judge.',
  },
  ({ inventory, lab, parameter }) => {
    const { intervalSeconds, services, windowSeconds } = lab.serviceAvailability
    const whole = windowSeconds / intervalSeconds
    const urls = inventory.hosts
      .filter(({ vmid }) => vmid !== undefined)
      .flatMap(({ name }) => inventory.services.filter((it) => it.host === name))
      .map(({ name, pages }) => ({ service: name, url: pages?.health ?? 'none' }))
    const of = (url: string) => the(services, `probe of ${url}`, (it) => it.url === url)
    const often = parameter.seconds('p.proxima.probe_interval')
    all(
      () =>
        that(intervalSeconds <= often, 'probes are close enough to see an outage', {
          intervalSeconds,
        }),
      () =>
        every(urls, 'is probed at its health page', ({ url }) =>
          saw(services, (it) => it.url === url),
        ),
      () =>
        every(
          urls,
          'was up for its share of the window',
          ({ url }) => of(url).share >= parameter.number('p.proxima.availability'),
        ),
      // A probe that was not made is no success, and no average knows of it.
      () =>
        every(
          urls,
          'was probed for as good as the whole window',
          ({ url }) => of(url).samples >= whole * parameter.number('p.proxima.samples'),
        ),
    )
  },
)
