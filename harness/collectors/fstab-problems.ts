import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { MASK } from './text/mask.ts'
import { storagePathsOf } from './text/storage-paths.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Errors that findmnt sees in fstab, one line each; none says nothing about what is mounted. */
    fstabProblems: readonly string[]
  }
}

/**
 * Whether fstab is sound. Warnings are left out: a pool always has some. Never asked with `--verbose`,
 * which prints the passwords of shares.
 *
 * @source findmnt(8) --verify, util-linux 2.33 or later
 */
export const fstabProblems = hostCollector('fstabProblems', {
  where: (host, inventory) => storagePathsOf(host, inventory).length > 0,
  command: `[ -e /etc/fstab ] || exit 3; o=$(findmnt --verify 2>&1); r=$?; printf '%s\\n' "$o" | sed -E '${MASK}' || exit 2; exit $r`,
  exits: [0, 1, 3],
  parse: ({ status, stdout }): readonly string[] => {
    if (status === 3) return []
    const lines = stdout.split('\n').map((line) => line.trim())
    const found = lines.filter((line) => /^\[E\]/.test(line))
    const summary = /^(?:\d+ parse errors?, \d+ errors?, \d+ warnings?|Success, .*)$/
    if (!lines.some((line) => summary.test(line)))
      throw new Unseen('not understood', 'findmnt --verify ended without its summary')
    if (status === 1 && found.length === 0)
      return lines.filter((line) => / parse errors?, /.test(line))
    return found
  },
})
