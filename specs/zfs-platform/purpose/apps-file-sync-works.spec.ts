import { all, control, that } from '#harness'
import { canary } from './canary.ts'

control(
  'A file can be stored, changed, listed, fetched and removed in Nextcloud, also a large one',
  {
    statement: 'ZF-73',
    impact: 'high',

    kind: 'configuration',
    standards: ['CP-9', 'SI-13'],
    remedy:
      'See the record of the canary `file-sync`, the log of Nextcloud and the free space of its dataset; large files stop at a limit of the proxy or of PHP.',
  },
  (views) => {
    const { isRecent, step, steps } = canary(views, 'file-sync')
    const large = views.parameter.bytes('p.canary.large_file')
    const [first, second] = steps('get')

    all(
      isRecent,
      () => that([201, 204].includes(step('put').status ?? 0), 'a file is stored', step('put')),
      () => that(step('change').status === 204, 'it is changed', step('change')),
      () =>
        that(
          first?.status === 200 &&
            second?.status === 200 &&
            first.sha256 !== undefined &&
            first.sha256 === step('put').sha256 &&
            second.sha256 === step('change').sha256 &&
            first.sha256 !== second.sha256,
          'what is fetched is what was stored last',
          { first, second },
        ),
      () =>
        that(
          step('list').status === 207 && step('list').sha256 === step('change').sha256,
          'the list shows the change',
          step('list'),
        ),
      () =>
        that(
          (step('put-large').bytes ?? 0) >= large &&
            step('get-large').status === 200 &&
            step('get-large').sha256 !== undefined &&
            step('get-large').sha256 === step('put-large').sha256,
          'a large file comes back whole',
          step('get-large'),
        ),
      () =>
        that(
          step('delete').status === 204 && step('purge').status === 204,
          'it is removed, from the bin as well',
          { removed: step('delete'), purged: step('purge') },
        ),
    )
  },
)
