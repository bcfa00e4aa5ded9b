import { all, control, none, that } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Radarr runs on vm-media, answers, and complains of no error',
  {
    statement: 'ZF-82',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'See System, Status in Radarr for what it complains of, and `docker logs radarr` on vm-media.',
  },
  (views) => {
    const { radarrHealth } = views.lab

    all(
      () => runs(views, 'radarr'),
      () => {
        const page = pageOf(views, 'radarr', '/ping')
        that(page.status === 200 && /"OK"/.test(page.body ?? ''), 'it answers a ping', page)
      },
      () => none(radarrHealth.complaints, 'is an error', ({ type }) => type === 'error'),
    )
  },
)
