import { all, control, same, that } from '#harness'
import { CHILDREN, childrenOf, isThere } from './use.ts'

control(
  'tank/media groups the libraries: user, movies and shows',
  {
    statement: 'ZF-22',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'See `zfs list -r tank/media`: create what is missing, mount what is not, and move what is beside the three; tank/services/media is another dataset.',
  },
  (views) =>
    all(
      () => that(isThere(views, 'tank/media'), 'it is a file system that is mounted', 'tank/media'),
      () => same(childrenOf(views, 'tank/media'), CHILDREN['tank/media'], 'datasets of media'),
    ),
)
