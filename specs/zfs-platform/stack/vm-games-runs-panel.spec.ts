import { all, control, every, that } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Pelican Panel runs on vm-games with its queue and its scheduler, and its installer is closed',
  {
    statement: 'ZF-93',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6', 'AC-3'],
    remedy:
      'See `docker logs panel` on vm-games; restart it where `queue:work` or the scheduler is missing from `docker top panel`, and finish or remove the installer.',
  },
  (views) => {
    const { panelWorkers } = views.host('vm-games')

    all(
      () => runs(views, 'panel'),
      () =>
        every(
          ['/up', '/login'].map((path) => pageOf(views, 'pelican-panel', path)),
          'answers',
          ({ status }) => status === 200,
        ),
      // Pages are there without it, but nothing is ever installed.
      () =>
        that(
          panelWorkers.queue > 0 && panelWorkers.scheduler > 0,
          'queue and scheduler are worked off',
          panelWorkers,
        ),
      () => {
        const page = pageOf(views, 'pelican-panel', '/installer')
        that(
          page.status !== undefined && ![200, 201, 204].includes(page.status),
          'its installer is closed',
          page,
        )
      },
    )
  },
)
