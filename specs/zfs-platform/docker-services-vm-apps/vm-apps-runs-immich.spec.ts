import { all, control, every, that } from '#harness'
import { containersOf, pageOf, runs } from './workloads.ts'

control(
  'Immich runs on vm-apps, all its parts well and of one version',
  {
    statement: 'ZF-72',
    impact: 'high',

    kind: 'placement',
    standards: ['CM-2', 'CM-6', 'SI-13'],
    remedy:
      'See `docker compose ps` of the project immich on vm-apps; update server and machine learning together.',
  },
  (views) => {
    const { workloads } = views.host('vm-apps')
    const [server] = containersOf(views, 'immich', 'vm-apps')
    const parts = workloads.filter(
      ({ project }) => project !== undefined && project === server?.project,
    )
    const PARTS = [
      ['machine learning', /immich-machine-learning$/],
      ['database', /postgres$/],
      ['cache', /(redis|valkey)$/],
    ] as const

    all(
      () => runs(views, 'immich'),
      () => {
        const page = pageOf(views, 'immich', '/api/server/ping')
        that(page.status === 200 && /"res":"pong"/.test(page.body ?? ''), 'it answers a ping', page)
      },
      () =>
        every(
          PARTS.map(([part, image]) => {
            const found = parts.find((one) => image.test(one.image))
            return { part, isRunning: found?.isRunning, health: found?.health }
          }),
          'runs beside the server, and is well',
          ({ isRunning, health }) => isRunning === true && health === 'healthy',
        ),
      () => {
        const [learning] = parts.filter(({ image }) => /immich-machine-learning$/.test(image))
        that(
          server !== undefined && learning?.version === server.version,
          'server and machine learning are of one version',
          { server: server?.version, learning: learning?.version },
        )
      },
      () => {
        const page = pageOf(views, 'immich', '/api/server/version')
        that(page.status === 200, 'it tells its version', page)
      },
    )
  },
)
