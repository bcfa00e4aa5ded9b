import { all, control, every, none, same } from '#harness'

control(
  'Every pool of the hypervisor is online, without an error, and none is missing',
  {
    statement: 'TG-13',
    impact: 'critical',
    kind: 'storage',
    standards: ['CP-9', 'SI-13', 'CIS-11.3'],
    remedy:
      'Read `zpool status -v`: replace the device that fails, restore what is damaged, and import a pool that is missing.',
  },
  ({ host, need, parameter }) => {
    const { zpools } = host(need('zfs').host)
    const most = parameter.number('p.zfs.max_device_errors')

    all(
      () =>
        every(
          zpools,
          'is online and undamaged',
          ({ state, health, errorCount }) =>
            state === 'ONLINE' && health === 'ONLINE' && errorCount === 0,
        ),
      () =>
        none(
          zpools.flatMap(({ name, devices }) =>
            devices.map((device) => ({ pool: name, ...device })),
          ),
          'is no healthy device',
          ({ state, readErrors, writeErrors, checksumErrors }) =>
            !['ONLINE', 'AVAIL'].includes(state) ||
            [readErrors, writeErrors, checksumErrors].some((errors) => errors > most),
        ),
      () =>
        same(
          zpools.map(({ name }) => name),
          parameter.words('p.zfs.pools'),
          'pools',
        ),
    )
  },
)
