import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

/** What these programs keep beside the library: their own state, and downloads on the way into it. */
const BESIDE = ['tank/services/media', 'tank/services/downloads']

control(
  'Series are kept in tank/media/shows, for the program that collects and the one that plays them',
  {
    statement: 'ZF-25',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Mount tank/media/shows into Sonarr and Jellyfin, and take any other root folder from Sonarr after moving its series.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-media', ['jellyfin', 'sonarr'])

    all(
      () =>
        that(
          isThere(views, 'tank/media/shows'),
          'it is a file system that is mounted',
          'tank/media/shows',
        ),
      () =>
        every(['jellyfin', 'sonarr'], 'has the library', (container) =>
          kept.some((it) => it.container === container && it.dataset === 'tank/media/shows'),
        ),
      () =>
        every(
          kept.filter(({ container }) => container === 'sonarr'),
          'is the library, its own state or downloads',
          ({ dataset = '' }) => [...BESIDE, 'tank/media/shows'].includes(dataset),
        ),
    )
  },
)
