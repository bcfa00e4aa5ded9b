import { all, control, none, that } from '#harness'

control(
  'Files are shared by SMB 3 and NFS 4, and by nothing older or else',
  {
    statement: 'LA-87',
    impact: 'low',
    kind: 'configuration',
    standards: ['CM-7', 'SC-8', 'CIS-4.8'],
    remedy:
      'Set `server min protocol = SMB3` and reload, `vers3=n` in /etc/nfs.conf, and remove the other server.',
  },
  ({ host, hosts, need, parameter }) => {
    const { host: nas } = need('smb')
    const allowed = parameter.words('p.share.protocols')
    const { nfsVersions } = host(nas).fileServices
    const others: Readonly<Record<number, string>> = {
      20: 'ftp',
      21: 'ftp',
      111: 'rpcbind',
      139: 'netbios',
      548: 'afp',
      873: 'rsync',
      5005: 'webdav',
      8384: 'syncthing',
    }

    all(
      () =>
        none(
          host(nas).smbDialects,
          'is spoken, and too old',
          ({ dialect, isSpoken }) => isSpoken && !dialect.startsWith('SMB3'),
        ),
      () =>
        that(
          nfsVersions.every((it) => Number.parseFloat(it) >= parameter.number('p.share.nfs_min')),
          'NFS is spoken in no old version',
          { nfsVersions },
        ),
      () =>
        that(
          allowed.includes('smb') && (nfsVersions.length === 0 || allowed.includes('nfs')),
          'both protocols are allowed',
          { allowed, nfsVersions },
        ),
      () =>
        none(
          hosts('storage').flatMap(({ name }) =>
            host(name).listeners.map(({ port, address, programs = [] }) => ({
              host: name,
              address,
              port,
              programs,
            })),
          ),
          'shares files in another way',
          ({ port, programs, address }) =>
            !/^(127\.|::1$)/.test(address) &&
            (port in others || programs.some((it) => /ftpd|afpd|rsync|lighttpd|webdav/.test(it))),
        ),
    )
  },
)
