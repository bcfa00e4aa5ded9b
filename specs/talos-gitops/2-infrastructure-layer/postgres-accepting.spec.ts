import { all, control, none, that, the } from '#harness'

/** Two partitions of a disk, two volumes of a group and two datasets of a pool are no disk of their own. */
const diskOf = (source: string): string =>
  [
    /^\/dev\/(?:[svh]|xv)d[a-z]+(?=\d)/,
    /^\/dev\/(?:nvme\d+n|mmcblk)\d+(?=p\d)/,
    /^\/dev\/mapper\/[^-]+(?=-)/,
    /^[^/[]+/,
    /^[^[]+/,
  ]
    .map((disk) => disk.exec(source)?.[0])
    .find((disk) => disk !== undefined) ?? source

control(
  'The database takes encrypted logins, and its data have a disk of their own',
  {
    statement: 'TG-28',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'SC-8'],
    remedy:
      'Start PostgreSQL, set `ssl = on`, let nobody in by `trust` or without TLS in pg_hba.conf, and move its data to the data disk.',
  },
  ({ host, inventory, need }) => {
    const database = the(
      {
        items: need('virtual').machines,
        complete: false,
        because: 'the inventory has no such machine',
      },
      'machine of purpose database',
      ({ purpose }) => purpose === 'database',
    )
    const { name } = the(inventory.hosts, 'host of the database', ({ vmid }) =>
      inventory.guests.some((guest) => guest.name === database.guest && guest.vmid === vmid),
    )
    const server = host(name).postgresServer

    all(
      () =>
        that(
          server.state === 'accepting' && server.isRecovering === false,
          'it takes connections, and is no copy',
          server,
        ),
      () =>
        that(
          server.isEncrypting === true && server.rules.items.some(({ type }) => type === 'hostssl'),
          'it encrypts',
          server,
        ),
      () =>
        none(
          server.rules,
          'lets somebody in without a password, or without TLS',
          ({ type, method }) =>
            type !== 'hostssl' || ['trust', 'password', 'ident'].includes(method),
        ),
      () =>
        that(
          server.dataSource !== undefined &&
            server.rootSource !== undefined &&
            diskOf(server.dataSource) !== diskOf(server.rootSource),
          'its data have a disk of their own',
          server,
        ),
    )
  },
)
