import { all, control, none, that } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Sonarr runs on vm-media, answers, and complains of no error',
  {
    statement: 'ZF-81',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'See System, Status in Sonarr for what it complains of, and `docker logs sonarr` on vm-media.',
  },
  (views) => {
    const { sonarrHealth } = views.lab

    all(
      () => runs(views, 'sonarr'),
      () => {
        const page = pageOf(views, 'sonarr', '/ping')
        that(page.status === 200 && /"OK"/.test(page.body ?? ''), 'it answers a ping', page)
      },
      () => none(sonarrHealth.complaints, 'is an error', ({ type }) => type === 'error'),
    )
  },
)
