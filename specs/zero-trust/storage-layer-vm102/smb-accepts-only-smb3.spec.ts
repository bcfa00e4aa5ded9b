import { all, control, every, none, that } from '#harness'

const OTHER_FILE_SERVERS = [21, 111, 139, 548, 873, 2049, 20048]

control(
  'The file server speaks SMB 3 alone, signed and encrypted',
  {
    statement: 'ZT-36',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'SC-8(1)', 'CM-7', 'IA-2', 'CIS-3.10', 'CIS-4.8'],
    remedy:
      'Set `server min protocol = SMB3`, `server signing = mandatory` and `server smb encrypt = required` in [global] of smb.conf, restart smbd, and stop every other file server on the host.',
  },
  ({ host, need, parameter }) => {
    const smb = need('smb')
    const server = host(smb.host)
    const encryption = parameter.text('p.smb.encrypt')
    const isSmb3 = (dialect: string) => dialect.startsWith('SMB3')

    all(
      () =>
        none(
          host(smb.matrixFrom).smbDialects,
          'is spoken although it is older than SMB 3',
          ({ dialect, isSpoken }) => isSpoken && !isSmb3(dialect),
        ),
      () => {
        const { minProtocol, signing } = server.smbConfig
        that(isSmb3(minProtocol), 'the configuration asks for SMB 3 at least', { minProtocol })
        that(/^(required|mandatory)$/.test(signing), 'signing is required', { signing })
      },
      () =>
        every(
          server.smbConfig.shares.map(({ name, encryption }) => ({ share: name, encryption })),
          `has the encryption setting "${encryption}"`,
          (share) => share.encryption === encryption,
        ),
      () =>
        none(
          server.smbSessions.sessions,
          'is a session of an old dialect, or in clear text',
          ({ dialect, cipher }) =>
            !isSmb3(dialect) || (encryption === 'required' && cipher === undefined),
        ),
      () =>
        none(
          server.listeners,
          'serves files beside port 445',
          ({ port, programs = [] }) =>
            OTHER_FILE_SERVERS.includes(port) ||
            programs.some((name) => /^(k?smbd|nmbd|ganesha)/.test(name) && port !== 445) ||
            (port === 445 && !programs.includes('smbd')),
        ),
    )
  },
)
