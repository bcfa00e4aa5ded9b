import { all, control, every, saw, that, the } from '#harness'
import { publicRouters } from './routes.ts'

control(
  'Whoever has not logged in is sent to Authentik, whatever identity he claims',
  {
    statement: 'ZF-65',
    impact: 'critical',

    kind: 'identity',
    standards: ['AC-3', 'IA-2', 'IA-8', 'CIS-6.7'],
    remedy:
      'Add the middleware of type forwardauth to the router, also to those that match a path of the same name; a service with a login of its own is declared with `ownLogin`.',
  },
  (views) => {
    const { inventory, lab, need, vantage } = views
    const { routes } = need('gateway')
    const own = routes.filter(({ ownLogin }) => ownLogin !== undefined).map(({ name }) => name)
    const portal = the(routes, 'portal', ({ service }) => service === 'authentik').name
    // Its own login is that of the service behind the name: what else lies below the name has none.
    const hasOwnLogin = ({ hosts, service }: { hosts: readonly string[]; service: string }) =>
      hosts.length > 0 &&
      hosts.every((one) => own.includes(one)) &&
      saw(
        lab.traefik.services,
        ({ name, servers }) =>
          name === service &&
          servers.length > 0 &&
          servers.every((url) =>
            hosts.every((one) => routes.some((it) => it.name === one && it.backend === url)),
          ),
      )
    const isGuard = (name: string, router: string) =>
      saw(
        lab.traefik.middlewares,
        (one) =>
          one.name === name &&
          one.type === 'forwardauth' &&
          one.status === 'enabled' &&
          one.usedBy.includes(router),
      )
    const pages = ['lan', 'tailnet'].flatMap((from) =>
      vantage(from)
        .gatewayPages.filter(
          ({ name, kind }) => !own.includes(name) && /^(secure|forged)$/.test(kind),
        )
        .map(({ name, kind, status, location, error }) => ({
          from,
          name,
          kind,
          status,
          location,
          error,
        })),
    )

    all(
      () =>
        every(
          publicRouters(views),
          'asks for a login, or its service does',
          ({ name, hosts, service, middlewares }) =>
            hasOwnLogin({ hosts, service }) || middlewares.some((one) => isGuard(one, name)),
        ),
      () =>
        that(lab.traefik.streams === 0, 'no connection is passed on unread', {
          streams: lab.traefik.streams,
        }),
      // Somebody who makes up the headers of Authentik gets no further than somebody without.
      () =>
        every(
          pages,
          'is refused, or sent to where one logs in',
          ({ status = 0, location = '' }) =>
            [401, 403].includes(status) ||
            ([302, 303, 307].includes(status) && location.startsWith(`https://${portal}/`)),
        ),
      () =>
        that(
          inventory.services.some(({ name }) => name === 'authentik') && pages.length > 0,
          'there is something to guard',
          { routes: routes.length },
        ),
    )
  },
)
