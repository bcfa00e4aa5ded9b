import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What waits to be installed, and when somebody last looked and installed. */
export interface SecurityUpdates {
  /** When the lists of packages were fetched last; absent when nobody fetches them on a schedule. */
  readonly fetchedAt?: string
  /** When updates were installed by themselves last. */
  readonly installedAt?: string
  /** Since when a reboot is asked for. */
  readonly rebootAskedAt?: string
  /** Packages whose update comes from a source of security updates, by the lists that are there. */
  readonly pending: readonly string[]
  /** Packages that are kept as they are: their updates are not among those that are pending. */
  readonly held: readonly string[]
  /** Whether there is a source of security updates at all: without one nothing is ever pending. */
  readonly hasSource: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    securityUpdates: SecurityUpdates
  }
}

/**
 * Security updates that APT would install now. Nothing is fetched and nothing locked: old lists show nothing.
 *
 * @source apt-get(8) --simulate, indextargets; apt-mark(8) showhold; stamps of the periodic job; /run/reboot-required
 */
export const securityUpdates = hostCollector('securityUpdates', {
  where: ({ role }, { profiles, virtual }) =>
    profiles.includes('layered')
      ? role !== 'vantage'
      : profiles.includes('zero-trust')
        ? /^(compute|storage|service|monitoring)$/.test(role)
        : role === 'hypervisor' && virtual !== undefined,
  command:
    'p=/var/lib/apt/periodic; for s in fetched=$p/update-success-stamp installed=$p/upgrade-stamp reboot=/run/reboot-required; do f=${s#*=}; [ ! -e "$f" ] || echo "${s%%=*} $(stat -c %Y "$f")" || exit; done; o=$(apt-get -s -o Debug::NoLocking=1 dist-upgrade) || exit; printf \'%s\\n\' "$o" | sed -nE \'s/^Inst ([^ ]+) (\\[[^]]*\\] )?\\(([^)]*)\\).*/pending \\1 \\3/p\'; h=$(apt-mark showhold) || exit; printf \'%s\\n\' "$h" | sed -n \'s/^[^ ]/held &/p\'; s=$(apt-get indextargets --format \'$(SITE) $(SUITE) $(CODENAME) $(LABEL)\') || exit; echo "sources $(printf \'%s\\n\' "$s" | grep -ci security)"; echo listed',
  timeoutSeconds: 60,
  parse: ({ stdout }): SecurityUpdates => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of updates has no end')
    const at = (name: string) => {
      const seconds = lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]
      return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString()
    }
    const sources = lines.find((line) => /^sources \d+$/.test(line))?.split(' ')[1]
    if (sources === undefined)
      throw new Unseen('cut short', 'nothing was said of the sources of updates')
    const [fetchedAt, installedAt, rebootAskedAt] = ['fetched', 'installed', 'reboot'].map(at)
    return {
      ...(fetchedAt ? { fetchedAt } : {}),
      ...(installedAt ? { installedAt } : {}),
      ...(rebootAskedAt ? { rebootAskedAt } : {}),
      pending: lines
        .filter((line) => line.startsWith('pending ') && /security/i.test(line))
        .map((line) => line.split(' ')[1] ?? ''),
      held: lines
        .filter((line) => line.startsWith('held '))
        .map((line) => line.slice('held '.length)),
      hasSource: Number(sources) > 0,
    }
  },
})
