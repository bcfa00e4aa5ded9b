import { all, control, every, none, that } from '#harness'

control(
  'The array knows of no error, and all its disks and lists are there',
  {
    statement: 'ZT-57',
    impact: 'critical',
    kind: 'storage',
    standards: ['SI-7', 'SI-4', 'CP-9'],
    remedy:
      'On the storage VM `snapraid -e fix`, then `snapraid -p bad scrub`; look at SMART of the disk; mount what is missing before any sync.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { mounts, parityFiles, snapraidStatus, syncJournal } = host(need('storage').host)
    const tolerance = parameter.seconds('p.snapraid.mtime_tolerance')
    const contents = parityFiles.filter(({ kind }) => kind === 'content')
    const disks = parityFiles.filter(({ kind }) => kind !== 'content')
    const last = syncJournal.runs.filter(
      (run, i) => !syncJournal.runs.slice(i + 1).some(({ unit }) => unit === run.unit),
    )

    all(
      () => that(snapraidStatus.badBlocks === 0, 'no block is known to be bad', snapraidStatus),
      () => none(last, 'ended badly when it last ran', ({ result }) => result === 'failure'),
      () =>
        every(disks, 'lies on a disk that is mounted for it', ({ device, path }) =>
          mounts.some(
            (mount) =>
              mount.device === device &&
              mount.path !== '/' &&
              `${path}/`.startsWith(`${mount.path}/`),
          ),
        ),
      () =>
        every(
          disks,
          'has a disk of its own',
          ({ device, kind }) =>
            disks.filter((other) => other.kind === kind && other.device === device).length === 1 &&
            !disks.some((other) => other.kind !== kind && other.device === device),
        ),
      () => every(contents, 'is there, and can be read', ({ isReadable }) => isReadable === true),
      () =>
        every(contents, 'equals the other content files', ({ modifiedAt = '', sizeBytes }) =>
          contents.every(
            (other) =>
              other.sizeBytes === sizeBytes &&
              Math.abs(ageSeconds(other.modifiedAt ?? '') - ageSeconds(modifiedAt)) <= tolerance,
          ),
        ),
    )
  },
)
