import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

control(
  'Photos and videos of people are kept in tank/media/user, the originals too',
  {
    statement: 'ZF-23',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Set UPLOAD_LOCATION of Immich to a folder of tank/media/user, and move the originals there before it starts again.',
  },
  (views) =>
    all(
      () =>
        that(
          isThere(views, 'tank/media/user'),
          'it is a file system that is mounted',
          'tank/media/user',
        ),
      () =>
        every(
          keptBy(views, 'vm-apps', ['immich-server']).filter(({ isWritable }) => isWritable),
          'leads there',
          ({ dataset }) => dataset === 'tank/media/user',
        ),
    ),
)
