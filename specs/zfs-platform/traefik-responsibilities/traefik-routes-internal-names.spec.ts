import { all, control, every, same } from '#harness'
import { publicRouters } from './routes.ts'

control(
  'Each name leads to its own service, and an unknown one to nothing',
  {
    statement: 'ZF-63',
    impact: 'high',

    kind: 'configuration',
    standards: ['SC-7', 'AC-4'],
    remedy:
      'Compare rules and services in the dashboard of Traefik with `gateway.routes`; remove routers that match any host.',
  },
  (views) => {
    const { lab, need, vantage } = views
    const { nobody, routes } = need('gateway')
    const routers = publicRouters(views)
    const pages = vantage('lan').gatewayPages

    all(
      () =>
        same(
          { ...routers, items: routers.items.flatMap(({ hosts }) => hosts) },
          routes.map(({ name }) => name),
          'names',
        ),
      // One that names no host matches any, and its priority may let it win.
      () => every(routers, 'matches names only', ({ hosts }) => hosts.length > 0),
      () =>
        every(
          routes.filter(({ service }) => service !== 'traefik'),
          'leads to its backend, and to that only',
          ({ name, backend }) => {
            const own = routers.items.filter(({ hosts }) => hosts.includes(name))
            const services = lab.traefik.services.items.filter((service) =>
              own.some((router) => router.service === service.name),
            )
            return (
              services.length > 0 &&
              services.every(({ servers }) => servers.length === 1 && servers[0] === backend)
            )
          },
        ),
      () =>
        every(
          routes
            .filter(({ marker }) => marker !== undefined)
            .map(({ name, marker }) => ({
              name,
              marker,
              status: pages.find((page) => page.name === name && page.kind === 'secure')?.status,
            })),
          'shows what only its service says',
          ({ name, marker = '' }) =>
            pages.some(
              (page) =>
                page.name === name &&
                page.kind === 'secure' &&
                page.body?.includes(marker) === true,
            ),
        ),
      () =>
        every(
          pages
            .filter(({ kind, name }) => kind === 'nobody' && name === nobody)
            .map(({ name, status, error }) => ({ name, status, error })),
          'is answered by nothing',
          ({ status, error = '' }) => status === 404 || error.startsWith('certificate not valid'),
        ),
    )
  },
)
