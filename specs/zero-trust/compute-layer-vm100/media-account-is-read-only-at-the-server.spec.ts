import { all, control, every, none, that, the } from '#harness'

control(
  'The account that the compute VM uses can only read media, whatever that VM does',
  {
    statement: 'ZT-40',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'AC-3', 'CIS-3.3'],
    remedy:
      'Set `read only = yes` on the media share, keep the account of the VM out of `write list` and `admin users`, give the writer an account of its own, and take group write from the folder.',
  },
  ({ host, hosts, need }) => {
    const vm = the(hosts('compute'), 'compute VM', () => true)
    const smb = need('smb')
    const { mediaPath, mediaWriters = [] } = need('storage')
    const media = the(smb.shares, 'share of the media', ({ path }) => path === mediaPath)
    const server = host(smb.host)
    const writers = mediaWriters.filter(({ host: from }) => from !== vm.name)
    const readers = Object.keys(media.accounts).filter(
      (account) => !writers.some((writer) => writer.account === account),
    )
    const covers = (above: string, path: string) => path === above || path.startsWith(`${above}/`)

    all(
      () =>
        every(
          server.smbSessions.connections.filter(
            ({ share, machine }) =>
              share === media.name && [vm.address, vm.tailnetAddress].includes(machine),
          ),
          'uses an account that is declared as a reader',
          ({ account }) => media.accounts[account] === 'ro' && readers.includes(account),
        ),
      () => {
        const share = the(
          server.smbConfig.shares,
          `[${media.name}]`,
          (it) => it.name === media.name,
        )
        that(share.isReadOnly && !share.forceUser, 'the share is read-only by itself', share)
        none(
          [...share.writeList, ...share.adminUsers].map((account) => ({ account })),
          'may write and is no declared writer',
          ({ account }) => !writers.some((writer) => writer.account === account),
        )
        none(
          server.smbAccounts.filter(({ name }) => readers.includes(name)),
          'may change the folder by its mode as well',
          ({ name, groups }) =>
            share.owner === name ||
            share.hasAcl ||
            (groups.includes(share.group) && /[2367].$/.test(share.mode)) ||
            /[2367]$/.test(share.mode),
        )
      },
      () =>
        every(
          readers.map((account) => ({ account })),
          'may list the share and is refused every change',
          ({ account }) =>
            the(
              host(smb.matrixFrom).smbMatrix,
              `right of ${account} in ${media.name}`,
              (cell) => cell.account === account && cell.share === media.name,
            ).right === 'ro',
        ),
      () =>
        none(
          server.smbConfig.shares.filter(({ name }) => name !== media.name),
          'is another way to the same folder',
          ({ realPath }) => covers(realPath, mediaPath) || covers(mediaPath, realPath),
        ),
    )
  },
)
