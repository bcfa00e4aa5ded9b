import { all, control, every, same, that, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'Out of a fresh clone, Compose brings every service up on an empty host by itself',
  {
    statement: 'LA-69',
    impact: 'high',
    kind: 'recovery',
    standards: ['CM-2', 'CP-10', 'SA-10', 'CIS-11.5'],
    remedy:
      'Run `plumb drill deployment`; give services health checks, and take networks and volumes that are made by hand into the Compose files.',
  },
  (views) => {
    const { host, inventory, lab, need, parameter } = views
    const { deployHost, development } = need('iac')
    const { measurements, result } = the(newestDrill(views, 'deployment'), 'deployment', () => true)
    const run = the(
      measurements.deployment ? [measurements.deployment] : [],
      'measurement of a deployment',
      () => true,
    )
    const meant = inventory.services
      .filter(({ runtime, host: on }) => runtime === 'docker' && !development.includes(on))
      .map(({ name }) => name)

    all(
      () =>
        same(
          run.services.map(({ service }) => service),
          meant,
          'services that were brought up',
        ),
      () =>
        every(
          run.services,
          'was well, by a check of its own, without starting over',
          ({ isHealthy, hasHealthCheck, restarts }) =>
            isHealthy && hasHealthCheck && restarts <= parameter.number('p.deploy.max_restarts'),
        ),
      () =>
        that(
          result === 'recovered' && run.seconds <= parameter.seconds('p.deploy.max_time'),
          'it was done in time',
          { result, seconds: run.seconds },
        ),
      () =>
        that(
          run.pulledAll && run.changedAgain === 0 && run.manualActions === 0,
          'nothing was there before, nothing was done by hand, and a second run changed nothing',
          run,
        ),
      () =>
        that(
          host(deployHost).deployCheckout.commits.includes(run.commit),
          'it was of a commit that everybody has',
          { commit: run.commit },
        ),
      () =>
        every(
          lab.composeServices.map(({ file, service, hasHealthCheck }) => ({
            file,
            service,
            hasHealthCheck,
          })),
          'is defined with a health check',
          ({ hasHealthCheck }) => hasHealthCheck,
        ),
    )
  },
)
