import { all, control, every, none, same, the } from '#harness'
import { pointsOf } from '../backups.ts'
import { hostOfPlace, isInside } from '../places.ts'

control(
  'Critical data is on the NAS, on the external drive and in the cloud, each recent enough',
  {
    statement: 'LA-81',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-6', 'CP-9', 'CP-9(3)', 'CP-9(5)', 'CIS-11.2', 'CIS-11.4'],
    remedy:
      'Add the data to the copy that lacks it, attach the drive and run the copy, and see why the cloud is behind.',
  },
  ({ isRecent, host, inventory, lab, need, parameter }) => {
    const { host: on, datasets, repositories } = need('backup')
    const critical = datasets.filter(({ name }) =>
      lab.recoveryPlan.data.some((it) => it.name === name && it.isCritical === true),
    )
    const limits = {
      nas: 'p.backup.nas_max_age',
      external: 'p.backup.external_max_age',
      cloud: 'p.backup.offsite_max_age',
    } as const
    const places = repositories.map((it) => ({
      ...it,
      found: the(host(on).resticRepositories, it.name, ({ name }) => name === it.name),
    }))

    all(
      () =>
        same(
          repositories.map(({ rank }) => rank),
          ['nas', 'external', 'cloud'],
          'places of backups',
        ),
      () =>
        every(
          critical.flatMap((data) =>
            places.map(({ rank, found }) => ({
              data: data.name,
              place: rank,
              // A drive that is not attached is told of by what its last copy noted.
              newest:
                (found.isOpen
                  ? pointsOf(found.snapshots, data)
                      .map(({ at }) => at)
                      .sort()
                      .at(-1)
                  : found.receipt?.tags.includes(data.name)
                    ? found.receipt.at
                    : undefined) ?? 'never',
            })),
          ),
          'is there, and recent enough',
          ({ place, newest }) =>
            newest !== 'never' && isRecent(newest, parameter.seconds(limits[place])),
        ),
      () =>
        every(
          places.map(({ name, rank, serial, found }) => ({
            repository: name,
            rank,
            serial,
            id: found.id,
          })),
          'is a place of its own',
          ({ repository, serial, id }) =>
            places.every(
              (other) =>
                other.name === repository ||
                ((other.serial === undefined || other.serial !== serial) &&
                  (other.found.id === undefined || other.found.id !== id)),
            ),
        ),
      // For what is on the NAS, the NAS is the original.
      () =>
        none(
          critical.map(({ name, host: at }) => ({ data: name, host: at })),
          'has its original where its first backup is',
          ({ host: at }) => at === on,
        ),
      () =>
        every(
          repositories.filter(({ rank }) => rank === 'cloud'),
          'is outside the site',
          ({ location, serial }) =>
            serial === undefined && !isInside(hostOfPlace(location) ?? 'nowhere', { inventory }),
        ),
    )
  },
)
