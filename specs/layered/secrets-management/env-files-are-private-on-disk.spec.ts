import { all, control, every, none, the } from '#harness'

control(
  'Files of secrets are private on their hosts, and in the encrypted backup',
  {
    statement: 'LA-61',
    impact: 'medium',
    kind: 'secrets',
    standards: ['AC-3', 'SC-28', 'CP-9', 'CIS-3.3'],
    remedy:
      'Run `chmod 600` and `setfacl -b` on the file, remove copies beside it, and add its folder to the backup.',
  },
  ({ host, need }) => {
    const { envFiles } = need('iac')
    const found = envFiles.map(({ host: on, path }) => ({
      host: on,
      ...the(host(on).envFiles.files, path, (it) => it.path === path),
    }))

    all(
      () =>
        every(
          found,
          'is there, private, and where it seems to be',
          ({ mode, path, realPath, owner, hasAccessList }) =>
            mode !== undefined &&
            /^0?[46]00$/.test(mode) &&
            owner === 'root' &&
            realPath === path &&
            !hasAccessList,
        ),
      () =>
        none(
          envFiles.flatMap(({ host: on }) =>
            host(on).envFiles.copies.map((path) => ({ host: on, path })),
          ),
          'is a copy that somebody left',
          () => true,
        ),
      () =>
        every(envFiles, 'is in a folder that is backed up', ({ host: on, path }) =>
          need('backup').datasets.some((it) => it.host === on && path.startsWith(`${it.path}/`)),
        ),
    )
  },
)
