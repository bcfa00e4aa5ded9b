import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { isAtDoor } from './scan/lookers.ts'

/** One way in that was tried at a name of the proxy, without a login. */
export interface DoorTry {
  readonly name: string
  /** `page`, `api`, `static`, `slashes`, `encoded`, `dot`, `capitals`, `head`, `options`, `old`, `forged`. */
  readonly way: string
  /** 0 when the connection was closed, or nobody answered. */
  readonly status: number
  /** Host of where it sends one; empty when it does not. */
  readonly sentTo: string
  /** Whether the answer holds what only the service itself writes. */
  readonly sawService: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    doorTries: readonly DoorTry[]
  }
}

/** Ways by their name: options of curl, and the path. Nothing is sent that could change anything. */
const WAYS: Readonly<Record<string, readonly [options: string, path: string]>> = {
  page: ['', '/'],
  api: ['', '/api/'],
  static: ['', '/static/'],
  slashes: ['--path-as-is', '//'],
  encoded: ['--path-as-is', '/%2e/%2f'],
  dot: ['', '/'],
  capitals: ['', '/'],
  head: ['-I', '/'],
  options: ['-X OPTIONS', '/'],
  old: ['--http1.0', '/'],
  forged: [
    '-H "Remote-User: admin" -H "Remote-Groups: admins" -H "X-Forwarded-For: 127.0.0.1"',
    '/',
  ],
}

const namesOf = ({ proxy }: Inventory) => proxy?.names ?? []

/**
 * Every name of the proxy, by each way in. A marker is text that only the service itself writes.
 *
 * @source curl(1), names resolved and certificates verified where it runs
 */
export const doorTries = hostCollector('doorTries', {
  where: isAtDoor,
  timeoutSeconds: 180,
  command: (_, inventory) =>
    [
      't() { n=$1; m=$2; w=$3; u=$4; shift 4; b=$(curl -s --max-time 8 -w "\\n@@ %{http_code} %{redirect_url}" "$@" "$u"); e=$(printf "%s\\n" "$b" | sed -n "s/^@@ //p" | tail -n 1); s=no; case "$b" in *"$m"*) s=yes;; esac; echo "try $n $w $s $e"; };',
      ...namesOf(inventory).flatMap(({ name, marker }) =>
        Object.entries(WAYS).map(([way, [options, path]]) => {
          const own = way === 'dot' ? `${name}.` : way === 'capitals' ? name.toUpperCase() : name
          return `t ${word(name)} "${quoted(marker)}" ${way} "https://${own}${path}" ${options};`
        }),
      ),
      'echo tried',
    ].join(' '),
  parse: ({ stdout }, _, inventory): readonly DoorTry[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'tried') throw new Unseen('cut short', 'not every way in was tried')
    if (lines.length !== namesOf(inventory).length * Object.keys(WAYS).length)
      throw new Unseen('cut short', 'fewer ways in were tried than there are')
    return lines.map((line) => {
      const [, name, way, saw, status, to = ''] =
        /^try (\S+) (\w+) (yes|no) (\d{3}) ?(.*)$/.exec(line) ?? []
      if (!name || !way)
        throw new Unseen('not understood', 'a line about a way in has another form')
      return {
        name,
        way,
        status: Number(status),
        sentTo: URL.canParse(to) ? new URL(to).hostname : '',
        sawService: saw === 'yes',
      }
    })
  },
})

/** Text that may stand between double quotes of a shell. */
function quoted(text: string): string {
  if (!/^[A-Za-z0-9 @%_+=:,./()<>-]+$/.test(text))
    throw new Error('a marker of a name has letters, digits, blanks and @%_+=:,./()<>- only')
  return text
}
