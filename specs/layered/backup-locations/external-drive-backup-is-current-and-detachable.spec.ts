import { all, control, every, none, the } from '#harness'

control(
  'The external drive has a recent copy, is the right one, and is not left attached to write on',
  {
    statement: 'LA-81',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9(3)', 'MP-4', 'MP-5', 'CIS-11.4'],
    remedy:
      'Attach the drive of that serial, run the copy, and detach it again; have the job refuse any other drive.',
  },
  ({ isRecent, host, need, parameter }) => {
    const { host: on, repositories } = need('backup')
    const drives = repositories
      .filter(({ rank }) => rank === 'external')
      .map((it) => ({
        ...it,
        found: the(host(on).resticRepositories, it.name, ({ name }) => name === it.name),
      }))
    const { mounts, blockDevices } = host(on)
    const attached = blockDevices.filter(({ serials }) =>
      drives.some(({ serial }) => serial !== undefined && serials.includes(serial)),
    )
    const places = mounts.filter(
      ({ path, device, source }) =>
        attached.some((it) => it.device === device || it.path === source) ||
        (path !== '/' &&
          drives.some(({ location }) => location === path || location.startsWith(`${path}/`))),
    )

    all(
      () =>
        every(
          drives.map(({ name, serial, found }) => ({
            repository: name,
            serial,
            receipt: found.receipt,
          })),
          'was copied to lately, on the drive that is meant',
          ({ serial, receipt }) =>
            receipt !== undefined &&
            receipt.serial === serial &&
            receipt.snapshots > 0 &&
            isRecent(receipt.at, parameter.seconds('p.backup.external_max_age')),
        ),
      () =>
        none(
          places.map(({ path, options }) => ({ path, options })),
          'is attached and can be written to',
          ({ options }) => !options.includes('ro'),
        ),
      () =>
        none(
          attached.map(({ device, type }) => ({ device, type })),
          'is attached, and nothing says that it is read-only',
          () => places.length === 0,
        ),
    )
  },
)
