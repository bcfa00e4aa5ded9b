import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A key that opens an account over SSH. The key itself is not kept, nor its comment. */
export interface AuthorizedKey {
  readonly user: string
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string
  readonly path: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Keys of every account; not complete where sshd takes keys from elsewhere than files. */
    authorizedKeys: Census<AuthorizedKey>
  }
}

const ASK = [
  `[ "$(id -u)" = 0 ] || { echo "Permission denied: must be root" >&2; exit 1; }`,
  `w=$(getent passwd) || exit`,
  // What a caller from a certain address would be let in by, -C was not told.
  `for f in /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf; do [ ! -e "$f" ] || awk '{ k = tolower($1) } k == "match" { m = tolower($0) ~ /[ \\t](address|host|localaddress|localport|rdomain|exec|version|tagged)[ \\t=]/ } m && k ~ /^(authorizedkeysfile|authorizedkeyscommand|trustedusercakeys)/ { print "match " k }' "$f" || exit; done`,
  `printf '%s\\n' "$w" | while IFS=: read -r u _ _ _ _ h _; do c=$(/usr/sbin/sshd -T -C "user=$u,host=localhost,addr=127.0.0.1") || exit`,
  `printf '%s\\n' "$c" | grep -E '^(authorizedkeyscommand|trustedusercakeys) ' | grep -v ' none$' | sed "s/^/also $u /"`,
  `for p in $(printf '%s\\n' "$c" | sed -n 's/^authorizedkeysfile //p'); do [ "$p" != none ] || continue`,
  `p=$(printf %s "$p" | sed "s|%h|$h|g; s|%u|$u|g"); case $p in /*) ;; *) p=$h/$p ;; esac`,
  `e=$(ls -d "$p" 2>&1) || case $e in *"No such file"*|*"Not a directory"*) continue ;; *) echo "$e" >&2; exit 1 ;; esac`,
  `n=$(grep -cvE '^[[:space:]]*(#|$)' "$p"); [ "$n" != 0 ] || continue; echo "file $u $p $n"`,
  `ssh-keygen -lf "$p" | while read -r _ f _; do echo "key $f"; done; done; done && echo end`,
].join('; ')

/**
 * Who may log in with a key: every file that sshd would read, for every account, with or without a shell.
 *
 * @source sshd(8) -T for where the files are, ssh-keygen(1) -l for the fingerprints; as root
 * @unknown not root · a line of such a file that is no key
 */
export const authorizedKeys = hostCollector('authorizedKeys', {
  command: ASK,
  parse: ({ stdout }): Census<AuthorizedKey> => {
    const lines = stdout.split('\n').filter(Boolean)
    if (lines.pop() !== 'end') throw new Unseen('cut short', 'the list of keys has no end')
    const items = filesOf(lines).flatMap(({ user, path, fingerprints }) =>
      fingerprints.map((fingerprint) => ({ user, fingerprint, path })),
    )
    const because = elsewhere(lines)
    return because === undefined ? { items, complete: true } : { items, complete: false, because }
  },
})

/** Where keys come from besides the files that were read; undefined when from nowhere. */
function elsewhere(lines: readonly string[]): string | undefined {
  const [, user, source] = lines.find((line) => line.startsWith('also '))?.split(' ') ?? []
  if (user !== undefined) return `keys of ${user} come from ${source} as well`
  const [, option] = lines.find((line) => line.startsWith('match '))?.split(' ') ?? []
  if (option !== undefined) return `${option} differs by where a caller comes from (Match)`
  return undefined
}

interface KeyFile {
  readonly user: string
  readonly path: string
  readonly fingerprints: readonly string[]
}

/** Every line of a file that is no comment must have become a fingerprint: what is not understood may still open the door. */
function filesOf(lines: readonly string[]): readonly KeyFile[] {
  const starts = lines.flatMap((line, at) => (line.startsWith('file ') ? [at] : []))
  return starts.map((start, i) => {
    const [, user = '', path = '', count = ''] = (lines[start] ?? '').split(' ')
    const fingerprints = lines
      .slice(start + 1, starts[i + 1])
      .filter((line) => line.startsWith('key '))
      .map((line) => line.slice(4))
    const isWhole =
      /^[1-9]\d*$/.test(count) &&
      fingerprints.length === Number(count) &&
      fingerprints.every((one) => /^SHA256:[A-Za-z0-9+/]{43}$/.test(one))
    if (!isWhole)
      throw new Unseen(
        'not understood',
        `${path} has ${count || 'unread'} lines that count, of which ${fingerprints.length} are keys`,
      )
    return { user, path, fingerprints }
  })
}
