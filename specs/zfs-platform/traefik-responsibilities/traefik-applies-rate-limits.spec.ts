import { all, control, every, saw, that, the } from '#harness'
import { publicRouters } from './routes.ts'

control(
  'Whoever asks too often is refused by the proxy, and nobody else is',
  {
    statement: 'ZF-66',
    impact: 'medium',

    kind: 'configuration',
    standards: ['SC-5', 'AC-7'],
    remedy:
      'Attach a middleware `rateLimit` to the routers, at least to that of the login; where everybody shares a limit, see its `sourceCriterion`; see the record of the canary `rate-limit`.',
  },
  (views) => {
    const { ageSeconds, host, lab, need, parameter } = views
    const portal = the(
      need('gateway').routes,
      'portal',
      ({ service }) => service === 'authentik',
    ).name
    const run = the(
      host(need('canaries').host).canaries,
      'canary',
      ({ name }) => name === 'rate-limit',
    )
    const step = (name: string) => the(run.steps, name, (one) => one.do === name)
    const count = (name: string) => step(name).count ?? 0

    all(
      () =>
        every(
          {
            ...publicRouters(views),
            items: publicRouters(views).items.filter(({ hosts }) => hosts.includes(portal)),
          },
          'has a limit',
          ({ name, middlewares }) =>
            saw(
              lab.traefik.middlewares,
              (one) =>
                middlewares.includes(one.name) &&
                one.type === 'ratelimit' &&
                one.status === 'enabled' &&
                one.usedBy.includes(name),
            ),
        ),
      () => {
        const age = ageSeconds(run.endedAt)
        that(age >= 0 && age <= parameter.seconds('p.canary.max_age'), 'it was tried lately', run)
      },
      () =>
        that(
          step('refused').status === 429 && count('refused') > 0,
          'a burst was refused in part',
          step('refused'),
        ),
      // The backend may have a limit of its own: what the proxy refused, it never saw.
      () =>
        that(
          count('backend-saw') + count('refused') <= count('burst') && count('burst') > 0,
          'it was the proxy that refused',
          run,
        ),
      () =>
        that(
          step('slow').status === 200 && count('slow') > 0,
          'a slow client is served',
          step('slow'),
        ),
    )
  },
)
