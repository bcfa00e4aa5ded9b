import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

/** What these programs keep beside the library: their own state, and downloads on the way into it. */
const BESIDE = ['tank/services/media', 'tank/services/downloads']

control(
  'Films are kept in tank/media/movies, for the program that collects and the one that plays them',
  {
    statement: 'ZF-24',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Mount tank/media/movies into Radarr and Jellyfin, and take any other root folder from Radarr after moving its films.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-media', ['jellyfin', 'radarr'])

    all(
      () =>
        that(
          isThere(views, 'tank/media/movies'),
          'it is a file system that is mounted',
          'tank/media/movies',
        ),
      () =>
        every(['jellyfin', 'radarr'], 'has the library', (container) =>
          kept.some((it) => it.container === container && it.dataset === 'tank/media/movies'),
        ),
      () =>
        every(
          kept.filter(({ container }) => container === 'radarr'),
          'is the library, its own state or downloads',
          ({ dataset = '' }) => [...BESIDE, 'tank/media/movies'].includes(dataset),
        ),
    )
  },
)
