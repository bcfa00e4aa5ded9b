import { all, control, every, none, same, that } from '#harness'

control(
  'The file guest gives its shares to whoever has an account, and to nobody else',
  {
    statement: 'ZF-48',
    impact: 'high',
    kind: 'configuration',
    standards: ['AC-3', 'IA-2', 'CM-6'],
    remedy:
      'Compare smb.conf with the shares of the inventory, set `map to guest = Never` and `server min protocol = SMB3_00`, and restart smbd.',
  },
  ({ host, need }) => {
    const { host: name, matrixFrom, shares } = need('smb')
    const { mapToGuest, shares: served, ...config } = host(name).smbConfig
    const { userShares, hasRegistryShares, include } = config
    const { smbMatrix, smbStrangers, smbDialects } = host(matrixFrom)

    all(
      () =>
        same(
          served.map((share) => share.name),
          shares.map((share) => share.name),
          'shares',
        ),
      () =>
        that(
          userShares === 0 && !hasRegistryShares && include === undefined,
          'shares come from this file alone',
          { userShares, hasRegistryShares, include },
        ),
      () =>
        every(
          { ...smbMatrix, items: smbMatrix.items },
          'has the right that was declared, tried over the wire',
          ({ account, share, right }) =>
            right === (shares.find((one) => one.name === share)?.accounts[account] ?? 'none'),
        ),
      () => none(smbStrangers, 'was let in without an account', ({ isRefused }) => !isRefused),
      () => that(mapToGuest === 'Never', 'a wrong password makes nobody a guest', { mapToGuest }),
      () =>
        none(
          smbDialects,
          'is an old dialect that is spoken',
          ({ dialect, isSpoken }) => isSpoken && dialect === 'NT1',
        ),
    )
  },
)
