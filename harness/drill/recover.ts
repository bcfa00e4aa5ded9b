import type { Lab } from '../cli/labs.ts'
import type { Target } from '../model/target.ts'
import type { Redact } from '../run/collect.ts'
import { type Clock, ourClock } from './clock.ts'
import { Hand } from './hand.ts'
import type { DrillLog } from './log.ts'
import { notPassing } from './outage.ts'
import { type Verdicts, Watch } from './watch.ts'

export interface Recovering {
  readonly lab: Lab
  readonly target: Target
  readonly redactor: Redact
  /** Who reads what in health. */
  readonly health: Verdicts
  /** The log that the interrupted drill left. */
  readonly log: DrillLog
  readonly signal: AbortSignal
  readonly onStage: (says: string) => void
}

/** What came of it: what could not be undone, and what does not hold afterwards. */
export interface Recovery {
  readonly undone: number
  readonly wrong: readonly string[]
  readonly unsteady: readonly string[]
}

const SETTLE_MS = 180_000
const EVERY_MS = 3_000

/** Undoes what an interrupted drill left, the latest step first, and looks whether all is well again. */
export async function recoverFrom(
  { lab, target, redactor, health, log, signal, onStage }: Recovering,
  clock: Clock = ourClock,
): Promise<Recovery> {
  const shell = target.hands?.shell
  if (!shell) throw new Error(`target ${target.name} has no hands to undo anything`)
  const { left } = log
  const steadyState = [...new Set(left.flatMap((step) => step.steadyState))]
  onStage(`undoing ${left.length} steps`)
  const hand = new Hand(shell, log, { drill: '', steadyState }, clock)
  const wrong = (await hand.undoAll()).map((says) => redactor.redact(says))
  onStage('looking whether all is well again')
  const watch = new Watch(lab, target, redactor, health)
  const end = clock.now() + SETTLE_MS
  for (;;) {
    const unsteady = notPassing(await watch.look(steadyState, signal))
    if (unsteady.length === 0 || clock.now() > end)
      return { undone: left.length - wrong.length, wrong, unsteady }
    await clock.sleep(EVERY_MS, signal)
  }
}
