import { all, control, every, none, that, the } from '#harness'
import { isStorage, namesOf, wantedMounts } from './mounts.ts'

control(
  'Every storage mount is declared by a lasting name, safe for a boot, and mounted as declared',
  {
    statement: 'ZT-63',
    impact: 'critical',
    kind: 'configuration',
    standards: ['CM-6', 'CM-2', 'SI-13', 'CP-10', 'CIS-4.1'],
    remedy:
      'Write the mount into /etc/fstab by UUID with `nofail,x-systemd.device-timeout=…` (shares: `_netdev`; the pool: `x-systemd.requires-mounts-for=` each branch), then `systemctl daemon-reload` and start its unit.',
  },
  ({ host, need }) => {
    const storage = need('storage')
    const wanted = wantedMounts(storage)
    const places = [...new Set(wanted.map((mount) => mount.host))]
    const disks = [...storage.dataDisks, ...storage.parityDisks].map(({ path }) => path)
    const isDisk = (name: string, path: string) => name === storage.host && disks.includes(path)
    const isPool = (name: string, path: string) => name === storage.host && path === storage.pool
    const lineOf = (name: string, at: string) =>
      the(host(name).fstab, `fstab line for ${at} on ${name}`, ({ path }) => path === at)
    const liveOf = (name: string, at: string) =>
      the(
        host(name).mounts.filter(({ fstype }) => fstype !== 'autofs'),
        `live mount at ${at} on ${name}`,
        ({ path }) => path === at,
      )
    const unitOf = (name: string, at: string) =>
      the(
        host(name).mountUnits,
        `mount unit for ${at} on ${name}`,
        ({ kind, path }) => kind === 'mount' && path === at,
      )

    all(
      () =>
        every(wanted, 'is mounted as declared', ({ host: name, path }) => {
          const line = lineOf(name, path)
          const live = liveOf(name, path)
          const isReadOnly = [...live.options, ...live.superOptions].includes('ro')
          return (
            (line.fstype === live.fstype || `fuse.${line.fstype}` === live.fstype) &&
            line.options.includes('ro') === isReadOnly
          )
        }),
      () =>
        every(
          wanted.filter(({ host: name, path }) => isDisk(name, path)),
          'is declared by a lasting name of the disk that is mounted',
          ({ host: name, path }) =>
            namesOf(host(name).blockDevices, liveOf(name, path).device).includes(
              lineOf(name, path).source,
            ),
        ),
      () =>
        every(wanted, 'shows the share that is declared', ({ host: name, path }) =>
          isDisk(name, path) || isPool(name, path)
            ? true
            : lineOf(name, path).source === liveOf(name, path).source,
        ),
      () =>
        every(wanted, 'is safe for a boot', ({ host: name, path }) => {
          const { options } = lineOf(name, path)
          const has = (option: string) => options.some((o) => o.split('=')[0] === option)
          return isDisk(name, path)
            ? has('nofail') && has('x-systemd.device-timeout')
            : isPool(name, path) || has('_netdev') || has('x-systemd.automount')
        }),
      () =>
        every(wanted, 'comes from fstab alone', ({ host: name, path }) => {
          const { activeState, dropIns, sourcePath } = unitOf(name, path)
          return activeState === 'active' && sourcePath === '/etc/fstab' && dropIns.length === 0
        }),
      () =>
        every(storage.dataDisks, 'is there before the pool', ({ path }) => {
          const pool = unitOf(storage.host, storage.pool)
          const branch = unitOf(storage.host, path).unit
          return pool.requires.includes(branch) && pool.after.includes(branch)
        }),
      ...places.map(
        (name) => () => none(host(name).fstabProblems, `is wrong in fstab of ${name}`, () => true),
      ),
      ...places.map((name) => () => {
        const declared = host(name).fstab.map(({ path }) => path)
        none(
          host(name).mounts.filter(isStorage),
          `is mounted on ${name}, but declared nowhere`,
          ({ path }) => !declared.includes(path),
        )
      }),
      ...places.map((name) => () => {
        const live = host(name).mounts.filter(({ fstype }) => fstype !== 'autofs')
        none(
          host(name).fstab.filter(({ options }) => !options.includes('noauto')),
          `is declared on ${name}, but not mounted`,
          ({ path }) => path.startsWith('/') && !live.some((mount) => mount.path === path),
        )
      }),
      () => that(wanted.length > 0, 'the inventory names storage mounts', storage),
    )
  },
)
