import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { MASK } from './text/mask.ts'

/** What a unit that is named after SnapRAID really runs. */
export interface SnapraidJob {
  readonly unit: string
  readonly programs: readonly { readonly path: string; readonly isExecutable: boolean }[]
  /** SnapRAID's commands in the order the job gives them, e.g. `['diff', 'sync']`. */
  readonly commands: readonly string[]
  /** Removed files above which the job says it stops: the largest number it names. Absent when it names none. */
  readonly deleteThreshold?: number
  /** Whether a line of the job compares how many files are gone with a limit. */
  readonly comparesRemoved: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Service units whose name begins with `snapraid`, by file. */
    snapraidJobs: readonly SnapraidJob[]
  }
}

/**
 * The jobs' programs, and the lines of their scripts that speak of snapraid or of a threshold.
 *
 * @source systemctl(1) cat and show; the scripts that ExecStart names
 */
export const snapraidJobs = hostCollector('snapraidJobs', {
  where: holdsPool,
  command: `u=$(systemctl list-unit-files --no-legend --no-pager 'snapraid*.service' | sed 's/ .*//'); for u in $u; do echo "unit $u"; o=$(systemctl show "$u" -p ExecStart -p Environment) || exit; printf '%s\\n' "$o" | sed -nE 's/^Environment=/ /; t e; b; :e; s/.* ([A-Za-z_]*THRESHOLD)=([0-9]+).*/line \\1=\\2/Ip'; printf '%s\\n' "$o" | sed -nE 's/^ExecStart=\\{ path=([^ ]+) ; argv\\[\\]=([^;]*) ;.*/\\1 \\2/p' | while read -r p a; do if [ -x "$p" ]; then echo "runs yes $p"; else echo "runs no $p"; fi; echo "line $a" | sed -E '${MASK}'; if [ -r "$p" ] && [ "$(head -c 2 "$p")" = '#!' ]; then sed -nE 's/^[[:space:]]*#.*//; /snapraid|threshold|removed/Ip' "$p" | sed -E 's/^/line /; ${MASK}'; fi; done; done`,
  parse: ({ stdout }): readonly SnapraidJob[] =>
    stdout
      .split(/^(?=unit )/m)
      .filter((part) => part.trim() !== '')
      .map((part) => jobOf(part.split('\n').filter(Boolean))),
})

function jobOf([head = '', ...rest]: readonly string[]): SnapraidJob {
  const unit = /^unit (\S+)$/.exec(head)?.[1]
  if (!unit) throw new Unseen('not understood', 'a job has no unit')
  const of = (word: string) =>
    rest.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const lines = of('line')
  const thresholds = lines
    .flatMap((line) => [...line.matchAll(/threshold\w*["']?\s*(?:=|:-)\D{0,20}?(\d+)/gi)])
    .map(([, digits]) => Number(digits))
  return {
    unit,
    programs: of('runs').map((line) => ({
      path: line.replace(/^(?:yes|no) /, ''),
      isExecutable: line.startsWith('yes '),
    })),
    commands: lines.flatMap(commandsOf),
    ...(thresholds.length > 0 ? { deleteThreshold: Math.max(...thresholds) } : {}),
    comparesRemoved: lines.some((line) =>
      /removed.{0,20}(?:-g[te]|>=?).{0,20}threshold|threshold.{0,20}(?:-l[te]|<=?).{0,20}removed/i.test(
        line,
      ),
    ),
  }
}

const SPOKEN = /\b(?:echo|printf|logger)\b[^;|&)]*/g
const CALL =
  /(?<![-/\w.])(?:\/usr\/(?:local\/)?bin\/)?snapraid(?: +-{1,2}\S+(?: +(?:\d+|new|full|bad|even))?)* +([a-z]+)\b/g

/** Commands that a line runs; what it merely says does not count. */
const commandsOf = (line: string): readonly string[] =>
  [...line.replace(SPOKEN, '').matchAll(CALL)].flatMap(([, command]) => command ?? [])
