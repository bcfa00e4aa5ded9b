import { all, control, every, that } from '#harness'
import { containersOf, pageOf, runs } from './workloads.ts'

control(
  'Authentik runs on vm-infra, server and worker alike, and is ready',
  {
    statement: 'ZF-57',
    impact: 'critical',

    kind: 'placement',
    standards: ['CM-2', 'IA-2', 'IA-8'],
    remedy:
      'See `docker compose ps` of the project authentik on vm-infra, and its logs; bring server and worker to one version, and its database up.',
  },
  (views) => {
    const { workloads } = views.host('vm-infra')
    const parts = containersOf(views, 'authentik', 'vm-infra')
    const projects = parts.map(({ project }) => project)
    const names = parts.map(({ name }) => name)

    all(
      () => runs(views, 'authentik'),
      () =>
        every(['server', 'worker'], 'has a container', (part) =>
          names.some((name) => name.endsWith(part)),
        ),
      () =>
        that(new Set(parts.map(({ version }) => version)).size === 1, 'all are of one version', {
          versions: parts.map(({ name, version }) => ({ name, version })),
        }),
      // It says that it lives while its database is gone; ready it is only with it.
      () => {
        const page = pageOf(views, 'authentik', '/-/health/ready/')
        that([200, 204].includes(page.status ?? 0), 'it is ready', page)
      },
      () =>
        every(
          workloads.filter(
            ({ image, project }) => /postgres/.test(image) && projects.includes(project),
          ),
          'is a database that is well',
          ({ isRunning, health }) => isRunning && health === 'healthy',
        ),
    )
  },
)
