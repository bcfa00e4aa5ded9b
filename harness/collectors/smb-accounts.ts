import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { servesShares } from './smb/server.ts'

/** An account of the file server, and the account of the system behind it. */
export interface SmbAccount {
  readonly name: string
  readonly isDisabled: boolean
  /** Whether it may log on without a password. */
  readonly needsNoPassword: boolean
  readonly uid: number
  /** Login shell, e.g. `/usr/sbin/nologin`. */
  readonly shell: string
  readonly groups: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    smbAccounts: readonly SmbAccount[]
  }
}

/**
 * Accounts in Samba's password database. Hashes are not asked for.
 *
 * @source pdbedit(8) -L -v as root, getent(1), id(1)
 */
export const smbAccounts = hostCollector('smbAccounts', {
  where: servesShares,
  command:
    'l=$(pdbedit -L -v) || exit; printf "%s\\n" "$l" | sed -nE "s/^Unix username: +/account /p; s/^Account Flags: +\\[([A-Za-z ]*)\\].*/flags \\1/p" | while read -r k v; do echo "$k $v"; [ "$k" = account ] || continue; p=$(getent passwd "$v") || exit; echo "passwd $p"; g=$(id -Gn "$v") || exit; echo "groups $g"; done || exit; echo listed',
  parse: ({ stdout }): readonly SmbAccount[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of accounts has no end')
    if (lines.length === 0) return []
    return lines
      .join('\n')
      .split(/\n(?=account )/)
      .map(accountOf)
  },
})

function accountOf(block: string): SmbAccount {
  const [, name, passwd, groups, flags] =
    /^account (\S+)\npasswd (\S.*)\ngroups (\S.*)\nflags ?(.*)$/.exec(block) ?? []
  const fields = passwd?.split(':') ?? []
  const [, , uid = '', , , , shell] = fields
  if (!name || !groups || flags === undefined || !shell || !/^\d+$/.test(uid))
    throw new Unseen('not understood', 'the answer about an account of Samba is not whole')
  return {
    name,
    isDisabled: flags.includes('D'),
    needsNoPassword: flags.includes('N'),
    uid: Number(uid),
    shell,
    groups: groups.split(' '),
  }
}
