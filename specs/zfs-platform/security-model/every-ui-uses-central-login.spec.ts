import { all, control, every, same, saw, the } from '#harness'

control(
  'Every page of the platform is an application of Authentik, or says why its own login stands',
  {
    statement: 'ZF-110',
    impact: 'critical',
    kind: 'identity',
    standards: ['IA-2', 'IA-8', 'AC-3', 'CIS-6.7'],
    remedy:
      'Make an application with a provider in Authentik for the name, bind it to the outpost of the proxy, and put the middleware on its route; a login of its own is declared with `ownLogin`.',
  },
  ({ lab, need, vantage }) => {
    const { routes } = need('gateway')
    const portal = the(routes, 'portal', ({ service }) => service === 'authentik').name
    const guarded = routes.filter(({ ownLogin }) => ownLogin === undefined)
    const { items: routers, ...view } = lab.traefik.routers
    const pages = vantage('lan').gatewayPages.filter(({ kind }) => kind === 'secure')

    all(
      // Three lists that have to agree: what is routed, what was declared, what Authentik knows.
      () =>
        same(
          {
            ...view,
            items: routers
              .filter(({ provider }) => provider !== 'internal')
              .flatMap(({ hosts }) => hosts),
          },
          routes.map(({ name }) => name),
          'names that are routed',
        ),
      () =>
        every(guarded, 'is an application, with a provider that logs people in', ({ name }) =>
          saw(lab.authentikApplications, (one) => one.name === name && one.hasProvider),
        ),
      // What an outpost does not ask, or leaves open by a pattern, nobody has to log in to.
      () =>
        every(
          guarded.map(({ name }) => ({ name })),
          'is behind an outpost, with no path left open',
          ({ name }) =>
            saw(
              lab.authentikProxyProviders,
              (one) => one.name === name && one.outposts > 0 && one.openPaths.length === 0,
            ),
        ),
      () =>
        every(lab.authentikApplications, 'is a name that is routed', ({ name = '' }) =>
          routes.some((route) => route.name === name),
        ),
      () =>
        every(
          guarded.map(({ name }) => ({
            name,
            ...pages.find((page) => page.name === name),
          })),
          'sends a stranger to the login',
          ({ status = 0, location = '' }) =>
            [302, 303, 307].includes(status) && location.startsWith(`https://${portal}/`),
        ),
    )
  },
)
