import { all, control, every, that } from '#harness'
import { runs } from './workloads.ts'

control(
  'Wings runs on vm-games, on all of its processors, and answers its own token only',
  {
    statement: 'ZF-94',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6', 'IA-3'],
    remedy:
      'See `docker logs wings` on vm-games; where it lets anybody in, or counts other processors, it is not the daemon of this node.',
  },
  (views) => {
    const { lab, vantage } = views
    const refusals = vantage('lan').gatewayPages.filter(
      ({ kind, name }) => kind === 'secure' && name === 'wings.local',
    )

    all(
      () => runs(views, 'wings'),
      () =>
        that(
          lab.wings.processors === 8 && lab.wings.version !== '',
          'it is the daemon of this node',
          {
            processors: lab.wings.processors,
            version: lab.wings.version,
          },
        ),
      () =>
        every(
          refusals.map(({ name, status }) => ({ name, status })),
          'lets nobody in without the token',
          ({ status }) => status === 401 || status === 403,
        ),
    )
  },
)
