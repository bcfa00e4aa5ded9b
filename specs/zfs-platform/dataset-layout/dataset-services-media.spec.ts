import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

const SERVICES = ['jellyfin', 'sonarr', 'radarr', 'prowlarr', 'gluetun']

control(
  'The programs of media automation keep their state in tank/services/media',
  {
    statement: 'ZF-30',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Stop the container, move its configuration to a folder of tank/services/media, and change its mount; tank/media is for libraries.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-media', SERVICES).filter(({ isWritable }) => isWritable)

    all(
      () =>
        that(
          isThere(views, 'tank/services/media'),
          'it is a file system that is mounted',
          'tank/services/media',
        ),
      () =>
        every(SERVICES, 'keeps something there', (service) =>
          kept.some(
            ({ container, dataset }) =>
              `${container}-`.startsWith(`${service}-`) && dataset === 'tank/services/media',
          ),
        ),
      () =>
        every(kept, 'leads there', ({ dataset, destination }) =>
          destination !== '/config' && destination !== '/gluetun'
            ? dataset !== undefined
            : dataset === 'tank/services/media',
        ),
    )
  },
)
