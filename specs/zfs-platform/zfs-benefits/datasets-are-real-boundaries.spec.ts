import { all, control, every } from '#harness'
import { LAYOUT } from './leaves.ts'

control(
  'Every folder of the layout is a dataset of its own, mounted and on top',
  {
    statement: 'ZF-19',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'Create it with `zfs create <dataset>` and move the files of the plain folder into it, or mount it with `zfs mount <dataset>`.',
  },
  ({ host, need }) => {
    const { zfsDatasets, mounts } = host(need('zfs').host)
    const wanted = LAYOUT.map((dataset) => ({ dataset }))

    all(
      () =>
        every(wanted, 'is a file system that is mounted in its place', ({ dataset }) =>
          zfsDatasets.some(
            ({ name, type, isMounted, mountPoint }) =>
              name === dataset &&
              type === 'filesystem' &&
              isMounted &&
              mountPoint === `/${dataset}`,
          ),
        ),
      () =>
        every(
          wanted,
          'is what the kernel shows there, with nothing mounted over it',
          ({ dataset }) => {
            const shown = mounts.findLast(({ path }) => path === `/${dataset}`)
            // ZFS in user space calls itself by the other name.
            return /^(?:fuse\.)?zfs$/.test(shown?.fstype ?? '') && shown?.source === dataset
          },
        ),
    )
  },
)
