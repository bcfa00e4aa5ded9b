import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

const SERVICES = ['nextcloud', 'vaultwarden', 'immich']

control(
  'The personal cloud keeps its state in tank/services/apps, databases too',
  {
    statement: 'ZF-29',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Dump the database, stop the container, change its mount to a folder of tank/services/apps, and load the dump.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-apps', SERVICES).filter(({ isWritable }) => isWritable)

    all(
      () =>
        that(
          isThere(views, 'tank/services/apps'),
          'it is a file system that is mounted',
          'tank/services/apps',
        ),
      () =>
        every(SERVICES, 'keeps something there', (service) =>
          kept.some(
            ({ container, dataset }) =>
              `${container}-`.startsWith(`${service}-`) && dataset === 'tank/services/apps',
          ),
        ),
      () =>
        every(
          kept,
          'leads there',
          ({ dataset, container }) =>
            dataset === 'tank/services/apps' ||
            (dataset === 'tank/media/user' && container === 'immich-server'),
        ),
    )
  },
)
