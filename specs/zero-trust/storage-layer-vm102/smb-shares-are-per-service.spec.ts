import { all, control, every, none, same, that } from '#harness'

control(
  'Each service has a share of its own, which covers no other and not the pool',
  {
    statement: 'ZT-37',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-3', 'AC-6', 'SC-7(21)', 'CIS-3.3', 'CIS-3.12'],
    remedy:
      'Give each service one share in smb.conf, with a folder and an account of its own; list its accounts by name in `valid users`; take out what is not in the inventory, and run `chmod o-rwx` on the folders.',
  },
  ({ host, need }) => {
    const smb = need('smb')
    const { pool } = need('storage')
    const config = host(smb.host).smbConfig
    const shares = config.shares
    const covers = (above: string, path: string) => path === above || path.startsWith(`${above}/`)
    const declared = (name: string) => smb.shares.find((share) => share.name === name)
    const accounts = smb.shares.flatMap((share) => Object.keys(share.accounts))

    all(
      () =>
        same(
          shares.map(({ name }) => name),
          smb.shares.map(({ name }) => name),
          'shares',
        ),
      () =>
        every(
          shares,
          'lies where it was declared, apart from the pool and every other share',
          (share) =>
            share.realPath === declared(share.name)?.path &&
            !covers(share.realPath, pool) &&
            shares.every((other) => other === share || !covers(share.realPath, other.realPath)),
        ),
      () =>
        every(shares, 'lets in its own accounts by name, and nobody else', (share) => {
          const own = Object.keys(declared(share.name)?.accounts ?? {})
          return [...share.validUsers].sort().join() === own.sort().join()
        }),
      () =>
        none(
          shares,
          'makes one user of several, is a printer, follows links out of it, or reads another file',
          ({ forceUser, isPrinter, hasWideLinks, include }) =>
            forceUser !== undefined || isPrinter || hasWideLinks || include !== undefined,
        ),
      () =>
        every(
          shares.map(({ name, mode, hasAcl }) => ({ share: name, mode, hasAcl })),
          'keeps everybody else out by the mode of its folder',
          ({ mode, hasAcl }) => mode.endsWith('0') && !hasAcl,
        ),
      () =>
        none(
          [...new Set(accounts)].map((account) => ({ account })),
          'is the account of more than one share',
          ({ account }) => accounts.filter((other) => other === account).length > 1,
        ),
      () => {
        const { userShares, hasRegistryShares, include } = config
        that(
          userShares === 0 && !hasRegistryShares && include === undefined,
          'shares come from smb.conf alone: not from users, the registry or further files',
          { userShares, hasRegistryShares, include },
        )
      },
    )
  },
)
