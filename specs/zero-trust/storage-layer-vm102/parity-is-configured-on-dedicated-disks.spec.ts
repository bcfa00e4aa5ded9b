import { all, control, every, none, same, saw, that, the } from '#harness'
import { serialsOf } from './drives.ts'

control(
  'Parity covers every disk of the pool, from drives of its own that are large enough',
  {
    statement: 'ZT-34',
    impact: 'critical',
    kind: 'storage',
    standards: ['CP-9', 'SI-13', 'SC-36', 'CIS-11.2'],
    remedy:
      'In /etc/snapraid.conf give parity a drive without data, at least as large as the largest data disk, list every pool disk as `data`, keep one more content file than parity levels on different disks, then `snapraid sync`.',
  },
  ({ host, need, parameter }) => {
    const storage = need('storage')
    const { blockDevices, parityFiles, pool, snapraidConfig, snapraidStatus } = host(storage.host)
    const { content, data, excludes, includes, parity } = snapraidConfig
    const of = (kind: string) => parityFiles.filter((path) => path.kind === kind)
    const sizeOf = (device: string | undefined) =>
      the(blockDevices, `block device ${device}`, (d) => d.device === device).sizeBytes
    const dataDevices = of('data').map(({ device }) => device)
    const dataSerials = dataDevices.flatMap((device) => serialsOf(blockDevices, device).items)
    const drivesOf = (files: readonly string[]) =>
      of('parity')
        .filter(({ path }) => files.includes(path))
        .flatMap(({ device }) => serialsOf(blockDevices, device).items)
    const used = Math.max(...Object.values(snapraidStatus.blocksByDisk))
    const dataPaths = data.map(({ path }) => path)

    all(
      () =>
        that(
          parity.length >= parameter.number('p.snapraid.min_parity'),
          'there are enough levels of parity',
          { levels: parity.length },
        ),
      () => that(snapraidStatus.blocks > 0, 'parity was computed at least once', snapraidStatus),
      () =>
        every(parity, 'has files as large as what it covers', ({ files }) => {
          const sizes = files.map(
            (file) => of('parity').find(({ path }) => path === file)?.sizeBytes,
          )
          const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
          return !sizes.includes(undefined) && total >= used * snapraidStatus.blockBytes
        }),
      () =>
        none(of('parity'), 'shares a drive with data', ({ device }) =>
          saw(serialsOf(blockDevices, device), (serial) => dataSerials.includes(serial)),
        ),
      // Levels that die with one drive are one level.
      () =>
        none(parity, 'shares a drive with another level', ({ files, level }) =>
          parity.some(
            (other) =>
              other.level !== level &&
              drivesOf(other.files).some((drive) => drivesOf(files).includes(drive)),
          ),
        ),
      () =>
        every(of('parity'), 'lies on a disk declared for parity', ({ device }) =>
          saw(serialsOf(blockDevices, device), (found) =>
            storage.parityDisks.some(({ serial }) => serial === found),
          ),
        ),
      () =>
        every(of('data'), 'lies on a disk declared for data', ({ device }) =>
          saw(serialsOf(blockDevices, device), (found) =>
            storage.dataDisks.some(({ serial }) => serial === found),
          ),
        ),
      () =>
        every(of('parity'), 'lies on a disk as large as any data disk', ({ device }) =>
          dataDevices.every((other) => sizeOf(device) >= sizeOf(other)),
        ),
      () =>
        same(
          of('content').map(({ path }) => path),
          content,
          'content files',
        ),
      () =>
        that(
          new Set(of('content').map(({ device }) => device ?? 'none')).size > parity.length,
          'there is one more content file than levels, each on a disk of its own',
          { content: of('content') },
        ),
      () => every(of('content'), 'exists', ({ exists }) => exists),
      () => {
        const { branches } = the(pool, `pool at ${storage.pool}`, (p) => p.path === storage.pool)
        same(
          branches.map(({ path }) => path),
          dataPaths,
          'branches of the pool under parity',
        )
      },
      () =>
        same(
          dataPaths,
          storage.dataDisks.map(({ path }) => path),
          'data disks under parity',
        ),
      () => none(excludes, 'is left out of parity', (p) => !storage.excludes.includes(p)),
      () => none(includes, 'narrows what parity covers', () => true),
    )
  },
)
