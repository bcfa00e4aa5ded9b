import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** Somebody who can log in to a host, and what makes that more than an ordinary account. */
export interface Administrator {
  readonly user: string
  /** Groups that are worth root: `sudo`, `docker`, `wheel`, `lxd`, `disk` … */
  readonly groups: readonly string[]
  /** Whether sudo lets it run everything. */
  readonly mayAll: boolean
  /** Whether sudo lets it run everything without a password. */
  readonly mayAllUnasked: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every account with a shell, but root. */
    administrators: readonly Administrator[]
  }
}

/** @source getent(1), id(1), sudo(8) -l; where sudo is not installed nobody may use it */
export const administrators = hostCollector('administrators', {
  where: ({ role }, { iac }) => role !== 'vantage' && iac !== undefined,
  command:
    'w=$(getent passwd) || exit; for u in $(printf \'%s\\n\' "$w" | grep -vE \'^root:|:[^:]*/(nologin|false|sync)$\' | cut -d: -f1); do g=$(id -Gn "$u") || exit; echo "user $u $g"; if command -v sudo >/dev/null; then s=$(sudo -n -l -U "$u") || exit; printf \'%s\\n\' "$s" | sed -nE \'s/^    (\\(.*)$/may \\1/p\'; fi; done; echo listed',
  parse: ({ stdout }): readonly Administrator[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of accounts has no end')
    const found: { user: string; groups: string[]; rules: string[] }[] = []
    for (const line of lines) {
      const [kind, ...rest] = line.split(' ')
      const [user = '', ...groups] = rest
      if (kind === 'user') found.push({ user, groups, rules: [] })
      else if (kind === 'may' && found.length > 0) found.at(-1)?.rules.push(rest.join(' '))
      else throw new Unseen('not understood', 'a line about an account has another form')
    }
    return found.map(({ user, groups, rules }) => {
      const all = rules.filter((rule) =>
        /(^|[\s,:])ALL\s*(,|$)/.test(rule.replace(/^\([^)]*\)/, '')),
      )
      return {
        user,
        groups: groups.filter((group) => ROOT_LIKE.includes(group)),
        mayAll: all.length > 0,
        mayAllUnasked: all.some((rule) => rule.includes('NOPASSWD:')),
      }
    })
  },
})

const ROOT_LIKE = [
  'root',
  'sudo',
  'wheel',
  'admin',
  'docker',
  'lxd',
  'incus-admin',
  'disk',
  'shadow',
]
