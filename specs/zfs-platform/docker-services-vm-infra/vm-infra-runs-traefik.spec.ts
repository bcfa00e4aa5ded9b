import { all, control, every, that, the } from '#harness'
import { containersOf, pageOf, runs } from './workloads.ts'

control(
  'Traefik runs on vm-infra, with no route in error and no other door than 80 and 443',
  {
    statement: 'ZF-60',
    impact: 'critical',

    kind: 'placement',
    standards: ['CM-2', 'SC-7', 'CM-6'],
    remedy:
      'See `docker logs traefik` on vm-infra for the route that is in error; switch `--ping` on and `api.insecure` off, and publish 80 and 443 only.',
  },
  (views) => {
    const { traefik } = views.lab
    const { address } = the(views.hosts('compute'), 'vm-infra', ({ name }) => name === 'vm-infra')
    const published = () =>
      containersOf(views, 'traefik', 'vm-infra').flatMap((container) => container.published)
    const listens = (port: number) =>
      views
        .host('vm-infra')
        .listeners.some(
          (one) =>
            one.protocol === 'tcp' &&
            one.port === port &&
            ['*', '0.0.0.0', address].includes(one.address),
        )

    all(
      () => runs(views, 'traefik'),
      () => {
        const page = pageOf(views, 'traefik', '/ping')
        that(page.status === 200, 'it answers a ping', page)
      },
      // It pings back while every route is in error.
      () =>
        every(
          {
            ...traefik.routers,
            items: traefik.routers.items.map(({ name, status }) => ({ name, status })),
          },
          'is not in error',
          ({ status }) => status === 'enabled' || status === 'warning',
        ),
      () =>
        every(
          [80, 443],
          'is an entry point that listens on the LAN',
          (port) => traefik.entryPoints.some((entry) => entry.port === port) && listens(port),
        ),
      () => every(published(), 'is one of the two doors', ({ port }) => [80, 443].includes(port)),
    )
  },
)
