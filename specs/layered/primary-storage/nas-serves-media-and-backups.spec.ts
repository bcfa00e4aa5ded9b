import { all, control, every, same, the } from '#harness'

control(
  'The NAS is up, shares media and backups apart from each other, and has room',
  {
    statement: 'LA-42',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'AU-4', 'CIS-11.1'],
    remedy:
      'Start what does not run (`systemctl status smbd nfs-server`), mount the dataset, and make room; give backups a dataset of their own.',
  },
  ({ host, hosts, inventory, need, parameter }) => {
    const { host: nas, shares } = need('smb')
    const { shares: found } = host(nas).smbConfig
    const { repositories } = need('backup')
    const local = repositories.filter(({ rank }) => rank === 'nas').map(({ location }) => location)
    const least = parameter.number('p.storage.min_free')
    const mountOf = (path: string) =>
      host(nas)
        .mounts.filter(
          ({ path: at }) => path === at || path.startsWith(at === '/' ? '/' : `${at}/`),
        )
        .reduce((best, it) => (it.path.length >= best.path.length ? it : best))
    const { address } = the(inventory.hosts, nas, ({ name }) => name === nas)

    all(
      () =>
        same(
          found.filter(({ name }) => name !== 'global').map(({ name }) => name),
          shares.map(({ name }) => name),
          'shares',
        ),
      () =>
        every(
          shares,
          'is the folder that was declared, on a file system of its own',
          ({ name, path }) =>
            found.some((it) => it.name === name && it.path === path) && mountOf(path).path !== '/',
        ),
      () =>
        every(
          local.map((path) => ({ path, mount: mountOf(path).path })),
          'is on another file system than media',
          ({ mount }) =>
            mount !== '/' &&
            !shares.some(({ path }) => path === mount || path.startsWith(`${mount}/`)),
        ),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ host: name })),
          'has backups of the NAS mounted',
          ({ host: name }) =>
            host(name).mounts.some(
              ({ fstype, source }) => /^nfs/.test(fstype) && source.startsWith(`${address}:`),
            ),
        ),
      () =>
        every(
          host(nas).diskSpace,
          'has room',
          ({ bytes, availableBytes }) => bytes > 0 && availableBytes / bytes >= least,
        ),
      () =>
        every(['smbd.service'], 'runs', (unit) =>
          host(nas).services.some((it) => it.unit === unit && it.activeState === 'active'),
        ),
    )
  },
)
