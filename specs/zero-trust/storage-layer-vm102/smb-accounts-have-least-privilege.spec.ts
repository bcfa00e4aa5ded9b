import { all, control, every, none, same } from '#harness'

control(
  'Each SMB account reaches its own share with its own right, and nothing else',
  {
    statement: 'ZT-37',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-6', 'AC-3', 'AC-2', 'IA-5', 'CIS-3.3', 'CIS-6.8'],
    remedy:
      'Correct `valid users`, `read only` and `write list` of the share in smb.conf; `smbpasswd -x` accounts nobody declared; give the others `/usr/sbin/nologin` as their shell; `chmod 600` credentials files.',
  },
  ({ host, inventory, need }) => {
    const smb = need('smb')
    const server = host(smb.host)
    const writers = inventory.storage?.mediaWriters ?? []
    const share = (name: string) => smb.shares.find((declared) => declared.name === name)
    const addressesOf = (name: string) =>
      inventory.hosts
        .filter((found) => found.name === name)
        .flatMap(({ address, tailnetAddress = address }) => [address, tailnetAddress])
        .concat(name === smb.host ? ['127.0.0.1', '::1'] : [])
    /** Where an account may come from: a declared writer's host, else its consumer; and whoever tries them all. */
    const places = (account: string, name: string) => {
      const own = writers.filter((writer) => writer.account === account)
      const consumer = share(name)?.consumer ?? ''
      const service = inventory.services.find((it) => it.name === consumer)
      const from = own.length > 0 ? own.map((writer) => writer.host) : [service?.host ?? consumer]
      return [smb.matrixFrom, ...from].flatMap(addressesOf)
    }

    all(
      () =>
        none(
          host(smb.matrixFrom).smbMatrix,
          'has another right than was declared',
          ({ account, share: name, right }) => right !== (share(name)?.accounts[account] ?? 'none'),
        ),
      () =>
        same(
          server.smbAccounts.map(({ name }) => name),
          smb.shares.flatMap(({ accounts }) => Object.keys(accounts)),
          'accounts of the file server',
        ),
      () =>
        every(
          server.smbAccounts,
          'has a password and no shell, and is not switched off',
          ({ isDisabled, needsNoPassword, shell }) =>
            !isDisabled && !needsNoPassword && /\/(nologin|false)$/.test(shell),
        ),
      () =>
        none(
          server.smbSessions.connections.filter(({ share: name }) => name !== 'IPC$'),
          'is in use from where, or by whom, nobody declared',
          ({ account, share: name, machine }) =>
            share(name)?.accounts[account] === undefined ||
            !places(account, name).includes(machine),
        ),
      ...[...new Set([...smb.clients, smb.matrixFrom])].map(
        (name) => () =>
          none(
            host(name).smbCredentials.map((file) => ({ host: name, ...file })),
            'holds a password that others on that host can read',
            ({ mode, uid }) => uid !== 0 || !/00$/.test(mode),
          ),
      ),
    )
  },
)
