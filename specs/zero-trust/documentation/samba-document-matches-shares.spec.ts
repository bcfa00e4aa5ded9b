import { all, control, same, that, the } from '#harness'

const PAGE = 'docs/platform/samba.md'

control(
  'The Samba document lists the shares, accounts and rights that the server grants',
  {
    statement: 'ZT-07',
    impact: 'medium',
    kind: 'documentation',
    standards: ['AC-3', 'PL-2', 'CIS-3.3'],
    remedy:
      'Correct the table of docs/platform/samba.md by what `testparm -s` and a try with each account show, or take the right away from whoever should not have it.',
  },
  ({ host, lab, need }) => {
    const smb = need('smb')
    const { smbAccounts, smbConfig } = host(smb.host)
    const { items, ...whole } = host(smb.matrixFrom).smbMatrix
    const { rows } = the(
      lab.platformTables,
      `table "Access" in ${PAGE}`,
      (table) => table.page === PAGE && table.heading === 'Access',
    )
    const of = (column: string) => [...new Set(rows.map((row) => row[column] ?? ''))]

    all(
      () =>
        same(
          {
            ...whole,
            items: items
              .filter(({ right }) => right !== 'none')
              .map(({ account, right, share }) => `${account} ${right} ${share}`),
          },
          rows.map((row) => `${row.Account} ${row.Right} ${row.Share}`),
          'rights that were tried',
        ),
      () =>
        same(
          smbConfig.shares.map(({ name }) => name),
          of('Share'),
          'shares of the server',
        ),
      () =>
        same(
          smbAccounts.filter(({ isDisabled }) => !isDisabled).map(({ name }) => name),
          of('Account'),
          'accounts of the server',
        ),
      // What is allowed beside those accounts, by a group or a list of names, is tried with none of them.
      () =>
        same(
          smbConfig.shares.flatMap(({ name, validUsers }) =>
            validUsers.map((user) => `${user} ${name}`),
          ),
          rows.map((row) => `${row.Account} ${row.Share}`),
          'users that a share lets in',
        ),
      () =>
        that(
          !smbConfig.hasRegistryShares && smbConfig.userShares === 0,
          'no share comes from elsewhere than the file of the server',
          { hasRegistryShares: smbConfig.hasRegistryShares, userShares: smbConfig.userShares },
        ),
    )
  },
)
