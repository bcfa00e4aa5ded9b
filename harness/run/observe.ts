import { createHash } from 'node:crypto'
import type { Output } from '../model/collector.ts'
import type { Evidence, Fact, Reality } from '../model/fact.ts'
import { Unseen } from '../model/unseen.ts'
import { classify } from '../transports/script.ts'

export type Keep = (key: string, fact: Fact) => void
export type Limit = <T>(run: () => Promise<T>) => Promise<T>

/** One answer on its way to becoming evidence. `text` is redacted already. */
export interface Answer {
  readonly source: string
  readonly ask: string
  readonly takenAt: string
  readonly tookMs: number
  readonly text: string
}

const LONGEST_ASK = 300

export const evidenceOf = (answer: Answer, reality: Reality): Evidence => ({
  source: answer.source,
  ask: answer.ask.length > LONGEST_ASK ? `${answer.ask.slice(0, LONGEST_ASK)}…` : answer.ask,
  takenAt: answer.takenAt,
  tookMs: Math.round(answer.tookMs),
  digest: createHash('sha256').update(answer.text).digest('hex'),
  reality,
})

/**
 * Runs one observation. What it throws becomes an unknown fact: an Unseen with its reason, and a
 * parser's own error as "not understood". The error's stack is dropped: it may quote the answer.
 */
export async function observe(
  asked: { readonly source: string; readonly ask: string },
  evidence: readonly Evidence[],
  see: () => unknown,
): Promise<Fact> {
  try {
    const value = await see()
    if (value === undefined)
      throw new Unseen('not understood', 'the parser made nothing of the answer')
    if (evidence.length === 0) throw new Error(`${asked.ask} was answered without evidence`)
    return { known: true, value, evidence }
  } catch (error) {
    const reason = error instanceof Unseen ? error.reason : 'not understood'
    const because = error instanceof Error ? error.message : String(error)
    return { known: false, reason, because: `${asked.source}: ${because}`, ...asked, evidence }
  }
}

/**
 * The output, if it is an answer at all. A pipe hides the status of its first command, so what stderr says
 * of missing tools and missing rights counts even where the status is 0.
 */
export function answered(output: Output | undefined, exits: readonly number[]): Output {
  if (!output) throw new Unseen('cut short', 'the answer ended before this section was complete')
  const trouble = classify(output)
  if (trouble === undefined && exits.includes(output.status)) return output
  const said = output.stderr.trim().slice(0, 300)
  throw new Unseen(
    trouble ?? 'not understood',
    `exit ${output.status}${said ? `: ${said}` : ' without a word'}`,
  )
}
