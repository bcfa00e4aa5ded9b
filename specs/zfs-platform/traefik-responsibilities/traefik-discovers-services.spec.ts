import { all, control, saw, that, the } from '#harness'
import { publicRouters } from './routes.ts'

control(
  'Routes come and go with the containers of the proxy’s own machine',
  {
    statement: 'ZF-64',
    impact: 'medium',

    kind: 'configuration',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'See `docker logs socket-proxy` and the provider docker in the static configuration of Traefik; set `exposedByDefault: false`; see the record of the canary `discovery`.',
  },
  (views) => {
    const { ageSeconds, host, lab, need, parameter } = views
    const longest = parameter.seconds('p.gateway.discovery_max')
    const run = the(
      host(need('canaries').host).canaries,
      'canary',
      ({ name }) => name === 'discovery',
    )
    const step = (name: string) => the(run.steps, name, (one) => one.do === name)

    all(
      () =>
        that(lab.traefik.providers.includes('Docker'), 'it asks an engine', lab.traefik.providers),
      () =>
        that(
          saw(publicRouters(views), ({ provider }) => provider === 'docker'),
          'a router was discovered',
          { routers: publicRouters(views).items.map(({ name }) => name) },
        ),
      () => {
        const age = ageSeconds(run.endedAt)
        that(age >= 0 && age <= parameter.seconds('p.canary.max_age'), 'it was tried lately', run)
      },
      () =>
        that(
          step('appear').status === 200 && (step('appear').seconds ?? Infinity) <= longest,
          'a route appears with its container',
          step('appear'),
        ),
      () =>
        that(
          step('vanish').status === 404 && (step('vanish').seconds ?? Infinity) <= longest,
          'a route vanishes with its container',
          step('vanish'),
        ),
    )
  },
)
