import { all, control, none, that } from '#harness'

control(
  'Nobody logs on to the file server without an account',
  {
    statement: 'ZT-37',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-14', 'AC-3', 'IA-2', 'CIS-3.3'],
    remedy:
      'Set `map to guest = Never` and `restrict anonymous = 2` in [global] of smb.conf, remove every `guest ok`, and restart smbd.',
  },
  ({ host, need }) => {
    const smb = need('smb')
    const server = host(smb.host)

    all(
      () => none(host(smb.matrixFrom).smbStrangers, 'was let in', ({ isRefused }) => !isRefused),
      () => {
        const { mapToGuest } = server.smbConfig
        that(mapToGuest === 'Never', 'no failed login becomes a guest', { mapToGuest })
      },
      () =>
        none(server.smbConfig.shares, 'is open to guests', ({ isOpenToGuests }) => isOpenToGuests),
    )
  },
)
