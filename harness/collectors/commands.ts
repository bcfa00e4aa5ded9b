import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What somebody at the shell of a host can name: programs, units, and files of the folders where configuration and storage are. */
export interface Commands {
  /** Programs in root's PATH. */
  readonly programs: readonly string[]
  /** Unit files that systemd knows, generated ones as well. */
  readonly unitFiles: readonly string[]
  /** Files and folders at most `depth` below `roots`. */
  readonly files: readonly string[]
  readonly roots: readonly string[]
  readonly depth: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    commands: Commands
  }
}

/** Where runbooks are carried out; where no scenario needs one, nobody is asked. */
const ROLES = ['hypervisor', 'compute', 'storage', 'service', 'monitoring']
const ROOTS = ['/etc', '/mnt', '/srv']
const DEPTH = 2
const BREAK = '--'

/**
 * Whether what a runbook names is there. Names only: nothing is read.
 *
 * @source ls(1), systemctl(1) list-unit-files, find(1)
 */
export const commands = hostCollector('commands', {
  where: ({ role }, { recovery }) => ROLES.includes(role) && (recovery?.scenarios.length ?? 0) > 0,
  command: `for d in /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin; do if [ -d "$d" ]; then ls -A "$d" || exit; fi; done; echo ${BREAK}; u=$(systemctl list-unit-files --no-legend --no-pager --plain) || exit; printf '%s\\n' "$u" | cut -d ' ' -f 1; echo ${BREAK}; find ${ROOTS.join(' ')} -xdev -maxdepth ${DEPTH}`,
  parse: ({ stdout }): Commands => {
    const [programs = [], unitFiles = [], files = [], ...more] = stdout
      .split(`${BREAK}\n`)
      .map((part) => [...new Set(part.split('\n').filter(Boolean))].sort())
    const isWhole = [programs, unitFiles, files].every((part) => part.length > 0)
    if (!isWhole || more.length > 0 || !programs.includes('sh') || !files.includes('/etc'))
      throw new Unseen('cut short', 'programs, units or files are missing from the answer')
    return { programs, unitFiles, files, roots: ROOTS, depth: DEPTH }
  },
})
