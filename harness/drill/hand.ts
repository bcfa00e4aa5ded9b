import type { Step } from '../model/action.ts'
import type { Hands } from '../model/target.ts'
import type { Clock } from './clock.ts'
import type { DrillLog } from './log.ts'

export type Shell = NonNullable<Hands['shell']>

/** A host that was just started may take a moment until a command can be given to it. */
const TRIES = 6
const BETWEEN_MS = 5_000

/** A step that was carried out, what it exited with, and how long it took. */
export interface Carried {
  readonly command: string
  readonly status: number
  readonly seconds: number
}

/** Carries out steps, each written down before; and takes back all of them, the latest first. */
export class Hand {
  readonly #shell: Shell
  readonly #log: Pick<DrillLog, 'begun' | 'undone' | 'left'>
  readonly #about: { readonly drill: string; readonly steadyState: readonly string[] }
  readonly #clock: Clock
  #begun = 0

  constructor(
    shell: Shell,
    log: Pick<DrillLog, 'begun' | 'undone' | 'left'>,
    about: { readonly drill: string; readonly steadyState: readonly string[] },
    clock: Clock,
  ) {
    this.#shell = shell
    this.#log = log
    this.#about = about
    this.#clock = clock
  }

  /** @throws Error when a step fails: what was begun has to be undone all the same */
  async carryOut(steps: readonly Step[], signal: AbortSignal): Promise<readonly Carried[]> {
    const carried: Carried[] = []
    for (const { on, does, undo } of steps) {
      signal.throwIfAborted()
      this.#log.begun({ on, does, undo, ...this.#about })
      const begunAt = this.#clock.now()
      const { status } = await this.#shell(on, does)
      const seconds = (this.#clock.now() - begunAt) / 1000
      carried.push({ command: does, status, seconds })
    }
    return carried
  }

  /**
   * The latest first, each with patience. What could not be undone is tried once more when all others are: a defect
   * below it may have stood in its way. What is left then stays in the log. Gives what went wrong, one line each.
   */
  async undoAll(): Promise<readonly string[]> {
    const wrong = await this.#undoOnce()
    return wrong.length > 0 && wrong.length < this.#begun ? await this.#undoOnce() : wrong
  }

  async #undoOnce(): Promise<readonly string[]> {
    const wrong: string[] = []
    this.#begun = this.#log.left.length
    for (const { n, on, undo } of this.#log.left) {
      const why = await this.#persist(async () => {
        if (undo !== '') await this.#shell(on, undo)
        // Where that cannot be written down, the others are undone all the same.
        this.#log.undone(n)
      })
      if (why !== undefined) wrong.push(why)
    }
    return wrong
  }

  async #persist(undo: () => Promise<void>): Promise<string | undefined> {
    const never = new AbortController().signal
    for (let tries = TRIES; ; tries--) {
      try {
        await undo()
        return undefined
      } catch (error) {
        if (tries === 1) return error instanceof Error ? error.message : String(error)
        await this.#clock.sleep(BETWEEN_MS, never)
      }
    }
  }
}
