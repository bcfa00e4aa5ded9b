import type { Action, Step } from '../model/action.ts'
import type { Drill } from '../model/drill.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Clock } from './clock.ts'
import type { PlacedDrill } from './find.ts'
import type { Begun } from './log.ts'
import { type Rehearsing, rehearse } from './rehearse.ts'
import type { Verdicts, Watching } from './watch.ts'

/** A lab made of a clock that only sleeping moves, and of what commands change. */
export class FakeLab {
  now = Date.parse('2026-11-28T08:00:00Z')
  readonly did: string[] = []
  readonly left: Begun[] = []
  /** What commands do beside being told of; one that throws fails. */
  does: (command: string) => string | undefined = () => ''
  /** What each control says at a moment. */
  says: (id: string) => Verdict = () => 'pass'
  alerts: () => readonly string[] = () => []
  /** Milliseconds that every look takes. */
  lookMs = 1_000

  readonly clock: Clock = {
    now: () => this.now,
    sleep: async (ms, signal) => {
      signal.throwIfAborted()
      this.now += ms
      // Whoever writes meanwhile has to get a turn.
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
    },
  }

  readonly watch: Watching = {
    look: async (ids, signal): Promise<Verdicts> => {
      signal.throwIfAborted()
      this.now += this.lookMs
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
      return new Map(ids.map((id) => [id, judgement(id, this.says(id))]))
    },
    seen: () => this.alerts().map((name) => ({ name, state: 'firing' })),
  }

  readonly log: Rehearsing['log'] = this.#log()

  readonly shell = async (on: string, command: string) => {
    this.did.push(`${on}: ${command}`)
    const stdout = this.does(command)
    if (stdout === undefined) throw new Error(`${on}: ${command}: exit 1`)
    return { status: 0, stdout, stderr: '' }
  }

  rehearse(drill: PlacedDrill, more: Partial<Rehearsing> = {}) {
    return rehearse({
      ...{ drill, watch: this.watch, shell: this.shell, log: this.log, clock: this.clock },
      objectiveSeconds: 600,
      mayLoseSeconds: 60,
      signal: new AbortController().signal,
      redact: (text) => text.replaceAll('s3cret', '***'),
      onMoment: () => {},
      ...more,
    })
  }

  #log() {
    const { left } = this
    let n = 0
    return {
      begun: (step: Omit<Begun, 'n'>) => {
        left.unshift({ n: ++n, ...step })
        return n
      },
      undone: (done: number) => {
        left.splice(
          left.findIndex((step) => step.n === done),
          1,
        )
      },
      get left() {
        return [...left]
      },
    }
  }
}

const judgement = (id: string, verdict: Verdict): Judgement =>
  ({ id, verdict, because: verdict === 'pass' ? '' : `${id} is not well` }) as Judgement

export const action = (...steps: readonly Step[]): Action => ({
  says: steps.map(({ does }) => does).join(', '),
  touches: steps.map(({ on }) => on),
  steps,
  hands: {},
})

export const step = (does: string, undo = `undo ${does}`): Step => ({ on: 'vm1', does, undo })

export const aDrill = (more: Partial<Drill> = {}): PlacedDrill => ({
  title: 'It comes back',
  statement: 'X-1',
  steadyState: ['a'],
  method: action(step('break')),
  objective: 'critical',
  ...{ id: 'x/it', profile: 'x', section: 's', file: 'specs/x/s/it.drill.ts' },
  ...more,
})
