import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'

/** A configuration of ssh that opens a port of the other side, and leads it back here. */
export interface RemoteForward {
  readonly host: string
  readonly path: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Complete when no configuration includes a file from somewhere else. */
    remoteForwards: Census<RemoteForward>
  }
}

const KEYWORD = '^[[:space:]]*"?(remoteforward|include)[[:space:]="]'
const TELL =
  '{ f = $0; sub(/:.*/, "", f); sub(/^[^:]*:[ \\t"]*/, ""); if (tolower($0) ~ /^remote/) print "forward " f; else { sub(/^[A-Za-z]+[ \\t="]+/, ""); print "include " f " " $0 } }'

/**
 * Whoever runs `ssh` with such a configuration publishes a port without saying so on the command line. Neither names nor ports are told.
 *
 * @source files of ssh_config(5), of the machine and of every account, links to them followed; as root
 */
export const remoteForwards = hostCollector('remoteForwards', {
  where: isOfMachines,
  command: `${AS_ROOT}; h=$(getent passwd) || exit; for d in /etc/ssh $(echo "$h" | cut -d : -f 6 | sort -u | sed 's,/*$,/.ssh,'); do [ ! -d "$d" ] || grep -RHaiE '${KEYWORD}' "$d" || [ $? = 1 ] || echo "refused $d"; done | awk '/^refused / { print; next } ${TELL}'; echo looked`,
  parse: ({ stdout }, { name: host }): Census<RemoteForward> => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the list of configurations of ssh has no end')
    const found = lines.map((line) => line.split(' '))
    if (found.some(([kind = '', path]) => !['forward', 'include'].includes(kind) || !path))
      throw new Unseen('not understood', 'a configuration of ssh could not be read')
    const of = (kind: string) => found.filter(([is]) => is === kind)
    const items = of('forward').map(([, ...path]) => ({ host, path: path.join(' ') }))
    const elsewhere = of('include').filter(([, , ...what]) => what.some(isElsewhere))
    return elsewhere.length === 0
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: `${elsewhere.map(([, path]) => path).join(', ')} includes files that nobody looked at`,
        }
  },
})

/** A path that is not absolute lies beside the configuration. */
const isElsewhere = (path: string): boolean =>
  /^["']?[/~$%.]/.test(path) && !/^["']?(\/etc\/ssh|~\/\.ssh)\/(?!.*\.\.)/.test(path)
