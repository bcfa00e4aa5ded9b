import { hostCollector, word } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** One run of a canary: a service was used with data made for this run, and what it did was noted. */
export interface CanaryRun {
  /** Name of its file without `.json`, e.g. `file-sync`. */
  readonly name: string
  readonly startedAt: string
  readonly endedAt: string
  /** Made anew for each run; what is written holds it, so that an old answer cannot pass for a new one. */
  readonly nonce: string
  /** In order. */
  readonly steps: readonly CanaryStep[]
}

/** What was done, and what came back; a member is absent where the step has nothing of that kind. */
export interface CanaryStep {
  readonly do: string
  /** HTTP status, or exit status of a program. */
  readonly status?: number
  /** SHA-256 of what was sent or received, hex. */
  readonly sha256?: string
  readonly bytes?: number
  readonly seconds?: number
  /** How often it was done, and how often the outcome was the one that its `do` names. */
  readonly count?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** The last run of every canary. */
    canaries: readonly CanaryRun[]
  }
}

/**
 * What the canary job wrote down. The suite itself changes nothing; whoever wants to know whether a service can
 * be written to lets a job of their own try it.
 *
 * @source `*.json` in the folder `canaries.folder`
 */
export const canaries = hostCollector('canaries', {
  where: ({ name }, { canaries: declared }) => declared?.host === name,
  command: (_host, { canaries: declared }) => {
    const folder = word(declared?.folder ?? '')
    return `cd ${folder} || exit; for f in *.json; do [ -e "$f" ] || continue; echo "canary $f"; tr -d '\\n' <"$f" || exit; echo; done; echo listed`
  },
  parse: ({ stdout }): readonly CanaryRun[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of canaries has no end')
    return lines.flatMap((line, i) => {
      const [, name] = /^canary (\S+)\.json$/.exec(line) ?? []
      if (i % 2 === 1) return []
      if (!name) throw new Unseen('not understood', 'a canary has no name')
      return [runOf(name, object(parseJson(lines[i + 1] ?? '', name), name))]
    })
  },
})

type Row = Readonly<Record<string, unknown>>

function runOf(name: string, row: Row): CanaryRun {
  if (row.schema !== 'plumbline/canary/1')
    throw new Unseen('not understood', `${name} is not a record of a canary`)
  const nonce = text(row.nonce, `nonce of ${name}`)
  if (nonce.length < 8) throw new Unseen('not understood', `the nonce of ${name} can be guessed`)
  const steps = list(row.steps, `steps of ${name}`).map((step) =>
    stepOf(object(step, `a step of ${name}`), name),
  )
  return {
    name,
    startedAt: momentIn(row.startedAt, `startedAt of ${name}`),
    endedAt: momentIn(row.endedAt, `endedAt of ${name}`),
    nonce,
    steps,
  }
}

function stepOf(row: Row, of: string): CanaryStep {
  const amount = (key: 'status' | 'bytes' | 'seconds' | 'count') =>
    row[key] === undefined ? {} : { [key]: number(row[key], `${key} of a step of ${of}`) }
  return {
    do: text(row.do, `a step of ${of}`),
    ...amount('status'),
    ...(row.sha256 === undefined ? {} : { sha256: text(row.sha256, `sha256 in ${of}`) }),
    ...amount('bytes'),
    ...amount('seconds'),
    ...amount('count'),
  }
}

function momentIn(value: unknown, what: string): string {
  const at = new Date(text(value, what))
  if (Number.isNaN(at.getTime())) throw new Unseen('not understood', `${what} is no moment`)
  return at.toISOString()
}
