import { all, control, every, none, the } from '#harness'
import { pointsOf } from '../backups.ts'
import { hostOfPlace, isInside } from '../places.ts'

control(
  'Critical data is in the cloud, of today, encrypted before it leaves',
  {
    statement: 'LA-45',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-6', 'CP-6(1)', 'CP-9(8)', 'SC-28', 'CIS-11.3', 'CIS-11.4'],
    remedy:
      'Copy to the cloud once more (`restic copy`), read part of it back (`restic check --read-data-subset`), and use an endpoint outside the site.',
  },
  ({ isRecent, host, inventory, lab, need, parameter }) => {
    const { host: on, datasets, repositories } = need('backup')
    const critical = datasets.filter(({ name }) =>
      lab.recoveryPlan.data.some((it) => it.name === name && it.isCritical === true),
    )
    const clouds = repositories
      .filter(({ rank }) => rank === 'cloud')
      .map((it) => ({
        ...it,
        ...the(host(on).resticRepositories, it.name, ({ name }) => name === it.name),
      }))
    const unnamed = clouds.filter(({ location }) => hostOfPlace(location) === undefined)
    const longest = parameter.seconds('p.backup.offsite_max_age')

    all(
      () =>
        every(critical, 'has a copy of the last day there', (data) =>
          clouds.some(({ snapshots }) =>
            pointsOf(snapshots, data).some(({ at }) => isRecent(at, longest)),
          ),
        ),
      // A repository of restic has no configuration in the clear: that it opened shows that it is encrypted.
      () =>
        every(
          clouds.map(({ name, isOpen, id }) => ({ repository: name, isOpen, id })),
          'is there and encrypted',
          ({ isOpen, id }) => isOpen && id !== undefined,
        ),
      () =>
        every(
          clouds.map(({ name, location }) => ({ repository: name, location })),
          'is a place on a network',
          ({ location }) => /^(s3|b2|azure|gs|swift|sftp|rclone|rest):/.test(location),
        ),
      () =>
        none(
          {
            items: clouds.map(({ name, location }) => ({ repository: name, location })),
            complete: unnamed.length === 0,
            because: `${unnamed[0]?.location} does not say where it is`,
          },
          'is a place inside the site',
          ({ location }) => isInside(hostOfPlace(location) ?? 'outside.invalid', { inventory }),
        ),
      // A list can be read after all data is gone.
      () =>
        every(
          clouds.map(({ name, checks }) => ({
            repository: name,
            newest: checks.filter(({ subset }) => subset !== undefined).at(-1),
          })),
          'had data read back lately, and it was whole',
          ({ newest }) =>
            newest?.isGood === true &&
            isRecent(newest.at, parameter.seconds('p.backup.verify_max_age')),
        ),
    )
  },
)
