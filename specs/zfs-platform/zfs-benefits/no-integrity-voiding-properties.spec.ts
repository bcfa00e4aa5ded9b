import { control, every } from '#harness'

control(
  'No dataset of services gives up what ZFS is chosen for',
  {
    statement: 'ZF-16',
    impact: 'medium',
    strength: 'target',
    kind: 'storage',
    standards: ['SI-7', 'CM-6'],
    remedy:
      'Run `zfs inherit sync <dataset>`: with `disabled`, a database is told that its data are safe while they are not.',
  },
  ({ host, need }) => {
    const { host: name, pool } = need('zfs')
    every(
      host(name)
        .zfsDatasets.filter(({ name: dataset }) => `${dataset}/`.startsWith(`${pool}/services/`))
        .map(({ name: dataset, sync, checksum }) => ({ dataset, sync, checksum })),
      'writes what it was asked to write, and can tell whether it still is that',
      ({ sync, checksum }) => sync !== 'disabled' && checksum !== 'off' && checksum !== 'noparity',
    )
  },
)
