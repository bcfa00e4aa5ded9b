import { all, control, same, that } from '#harness'
import { CHILDREN, childrenOf, isThere } from './use.ts'

control(
  'tank/services groups what containers keep, in the six datasets of the layout',
  {
    statement: 'ZF-26',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'See `zfs list -r tank/services`: create what is missing and mount what is not; a dataset beside the six needs a row in the document.',
  },
  (views) =>
    all(
      () =>
        that(
          isThere(views, 'tank/services'),
          'it is a file system that is mounted',
          'tank/services',
        ),
      () =>
        same(childrenOf(views, 'tank/services'), CHILDREN['tank/services'], 'datasets of services'),
    ),
)
