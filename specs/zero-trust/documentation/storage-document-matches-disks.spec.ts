import { all, control, every, same, the } from '#harness'

const PAGE = 'docs/platform/storage-design.md'

control(
  'The storage document lists the disks, parity, branches and shares that there are',
  {
    statement: 'ZT-06',
    impact: 'medium',
    kind: 'documentation',
    standards: ['CM-8', 'PL-2', 'SA-5', 'CIS-12.4'],
    remedy:
      'Correct the tables of docs/platform/storage-design.md by /etc/snapraid.conf, `findmnt`, `lsblk -o NAME,SERIAL,UUID` and `testparm -s`; a retired disk leaves the table.',
  },
  ({ host, lab, need }) => {
    const storage = need('storage')
    const { blockDevices, mounts, pool, smbConfig, snapraidConfig } = host(storage.host)
    const rows = (heading: string) =>
      the(
        lab.platformTables,
        `table "${heading}" in ${PAGE}`,
        (table) => table.page === PAGE && table.heading === heading,
      ).rows
    const at = (path = '') => {
      const above = mounts
        .filter((mount) => path === mount.path || path.startsWith(`${mount.path}/`))
        .toSorted((a, b) => b.path.length - a.path.length)
      return the(blockDevices, `device under ${path}`, ({ device }) => device === above[0]?.device)
    }

    all(
      () =>
        same(
          rows('Data disks').map((row) => `${row.Name} ${row['Mounted at']}`),
          snapraidConfig.data.map(({ name, path }) => `${name} ${path}`),
          'data disks in the document',
        ),
      // Letters of disks change from boot to boot; serials and file systems do not.
      () =>
        every(
          rows('Data disks'),
          'is the disk that is mounted there',
          (row) =>
            at(row['Mounted at']).uuid === row['File system'] &&
            at(row['Mounted at']).serials.join() === row.Serial,
        ),
      () =>
        same(
          rows('Parity').map((row) => `${row.Level} ${row.File}`),
          snapraidConfig.parity.flatMap(({ level, files }) =>
            files.map((file) => `${level} ${file}`),
          ),
          'parity files in the document',
        ),
      () =>
        every(
          rows('Parity'),
          'lies on the disk named',
          (row) => at(row.File).serials.join() === row.Serial,
        ),
      () =>
        same(
          rows('Pool').map((row) => `${row.Pool} ${row.Branch}`),
          pool.flatMap(({ path, branches }) => branches.map((branch) => `${path} ${branch.path}`)),
          'branches in the document',
        ),
      () =>
        same(
          rows('Shares').map((row) => `${row.Share} ${row.Folder}`),
          smbConfig.shares.map(({ name, path }) => `${name} ${path}`),
          'shares in the document',
        ),
    )
  },
)
