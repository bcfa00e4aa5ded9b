import { all, control, none, that } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Prowlarr runs on vm-media, answers, and complains of no error',
  {
    statement: 'ZF-83',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'See System, Status in Prowlarr for what it complains of, and `docker logs prowlarr` on vm-media.',
  },
  (views) => {
    const { prowlarrHealth } = views.lab

    all(
      () => runs(views, 'prowlarr'),
      () => {
        const page = pageOf(views, 'prowlarr', '/ping')
        that(page.status === 200 && /"OK"/.test(page.body ?? ''), 'it answers a ping', page)
      },
      () => none(prowlarrHealth.complaints, 'is an error', ({ type }) => type === 'error'),
      // Sources fail now and then; all at once is a fault of ours.
      () =>
        that(
          views.lab.prowlarrIndexers.some(
            ({ isEnabled, disabledUntil }) => isEnabled && disabledUntil === undefined,
          ),
          'a source is left that it asks',
          { indexers: views.lab.prowlarrIndexers },
        ),
    )
  },
)
