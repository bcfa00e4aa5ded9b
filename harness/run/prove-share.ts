import type { BlindProof, FaultProof } from '../../reports/proof.ts'
import { type Attempt, attempt } from './attempt.ts'
import { Laboratory, type Proving } from './laboratory.ts'
import { brokenBlind, brokenFault, weighBlind, weighFault } from './prove.ts'
import { type Trial, trialsOf } from './trials.ts'

/** Every `of`th trial, beginning with number `index`: what one of several does who prove the same lab. */
export interface Share {
  readonly index: number
  readonly of: number
}

/** What one trial showed; `at` is its place among all of them. Plain data: it travels between threads. */
export interface Shown {
  readonly at: number
  readonly fault?: FaultProof
  readonly blind?: BlindProof
  /** A blind that hid what no control reads here. */
  readonly unread?: string
}

/**
 * Makes one's share of the trials, one at a time, on a target of one's own.
 *
 * @throws BadInput when the target is not healthy to begin with: nothing can be proven on a sick one
 */
export async function proveShare(
  proving: Proving,
  { index, of }: Share,
): Promise<readonly Shown[]> {
  const trials = await trialsOf(proving)
  const laboratory = await Laboratory.open(proving)
  const shown: Shown[] = []
  for (const [at, trial] of trials.entries()) {
    if (at % of !== index) continue
    proving.onStage(`…${at + 1} of ${trials.length}: ${saysOf(trial)}`)
    const start = performance.now()
    const action = trial.kind === 'fault' ? trial.fault : trial.blind
    const made = await attempt(laboratory, action, proving.signal)
    const ms = Math.round(performance.now() - start)
    const one = weigh(trial, made, laboratory, ms)
    shown.push({ at, ...one })
    const odd = oddityOf(one)
    // A proof on real hosts takes its time: whoever waits for it is told at once.
    if (odd) proving.onStage(odd)
  }
  return shown
}

const oddityOf = ({ fault, blind }: Omit<Shown, 'at'>): string | undefined => {
  if (fault && fault.outcome !== 'proven')
    return `${fault.outcome}: ${fault.control}: ${fault.fault}: failed ${fault.failed.join(' ') || 'nobody'}; hidden ${fault.hidden.join(' ') || 'nobody'}`
  if (blind && blind.outcome !== 'proven') return `${blind.outcome}: blind ${blind.blind}`
  return undefined
}

const saysOf = (trial: Trial): string =>
  trial.kind === 'fault' ? `fault ${trial.fault.says}` : `blind ${trial.blind.says}`

function weigh(
  trial: Trial,
  { isBeside, look, trouble }: Attempt,
  { healthy }: Laboratory,
  ms: number,
): Omit<Shown, 'at'> {
  if (trial.kind === 'fault') {
    const { control, fault } = trial
    if (trouble) return { fault: brokenFault(control, fault, trouble, ms) }
    return look ? { fault: weighFault(control, fault, healthy.verdicts, look.verdicts, ms) } : {}
  }
  if (trouble) return { blind: brokenBlind(trial.blind, trouble, ms) }
  // What has no answer in health, no control reads here: it could not have been judged.
  if (isBeside) return { unread: trial.blind.says }
  if (!look) return {}
  const blind = weighBlind(trial.blind, healthy, look, ms)
  return blind ? { blind } : { unread: trial.blind.says }
}
