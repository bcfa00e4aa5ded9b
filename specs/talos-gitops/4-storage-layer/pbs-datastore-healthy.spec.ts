import { all, control, every, none, that } from '#harness'

control(
  'Each datastore of the backup server is in service and has room',
  {
    statement: 'TG-59',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-6', 'CIS-11.3'],
    remedy:
      'Take the datastore out of maintenance, or make room: prune, collect garbage, then grow the disk.',
  },
  ({ lab, need, parameter }) =>
    all(
      () =>
        that(
          lab.backupServer.version !== '',
          'the backup server names its version',
          lab.backupServer,
        ),
      () =>
        every(
          need('backups').stores.map((store) => ({ store })),
          'is there',
          ({ store }) => lab.backupStores.some(({ name }) => name === store),
        ),
      () =>
        none(
          lab.backupStores.map(({ maintenance, name }) => ({ name, maintenance })),
          'is out of service',
          ({ maintenance }) => maintenance !== undefined,
        ),
      () =>
        every(
          lab.backupStores.map(({ availableBytes, name, totalBytes }) => ({
            name,
            availableBytes,
            totalBytes,
          })),
          'has room',
          ({ availableBytes, totalBytes }) =>
            totalBytes > 0 && availableBytes / totalBytes >= parameter.number('p.pbs.min_free'),
        ),
    ),
)
