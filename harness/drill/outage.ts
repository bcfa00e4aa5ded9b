import { type Clock, secondsBetween } from './clock.ts'
import type { PlacedDrill } from './find.ts'
import { ALERTS, type Verdicts, type Watching } from './watch.ts'

/** What was seen from the disturbance on. Times are milliseconds of the epoch. */
export interface Outage {
  readonly lostAt?: number
  readonly recoveredAt?: number
  readonly alertAt?: number
  /** When each control was first seen to be lost, by id. */
  readonly lost: ReadonlyMap<string, number>
  /** What had to be lost, and was not. */
  readonly unmoved: readonly string[]
  /** What had to hold, and did not, with the reason. */
  readonly fallen: readonly string[]
  /** Why controls did not hold when it was given up. */
  readonly last: readonly string[]
  readonly recoveredBy: 'itself' | 'procedure'
  /** Why the procedure could not be carried through: a recovery that fails is none, whatever comes after it. */
  readonly procedureFailed?: string
}

export interface Outing {
  readonly drill: PlacedDrill
  readonly watch: Watching
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly disturbedAt: number
  readonly objectiveSeconds: number
  readonly note: (what: 'lost' | 'alert' | 'recovering' | 'recovered', says: string) => void
  /** Carries out the procedure. Gives why it could not be carried through. */
  readonly recover: () => Promise<string | undefined>
}

const EVERY_MS = 2_000
/** A method that has shown nothing by then will not. */
const QUIET_MS = 60_000
/** One good look may fall between two bad ones. */
const GOOD_LOOKS = 2

/** Which controls a drill has to see lost: by failing, or by nobody being able to tell. */
function toLose({ breaks, hides = [], holds = [], steadyState }: PlacedDrill) {
  const broken = breaks ?? steadyState.filter((id) => ![...hides, ...holds].includes(id))
  return { broken, hidden: hides }
}

export const isFiring = (watch: Pick<Watching, 'seen'>, alert: string): boolean => {
  const raised = watch.seen(ALERTS) as readonly { name: string; state: string }[] | undefined
  return raised?.some(({ name, state }) => name === alert && state === 'firing') ?? false
}

/** Looks again and again until all is well, until it took too long, or until it is plain that nothing was disturbed. */
export async function watchOutage(outing: Outing): Promise<Outage> {
  const { drill, watch, clock, signal, disturbedAt, objectiveSeconds } = outing
  const seen = new Seen(outing)
  let good = 0
  let goodSince: number | undefined
  for (;;) {
    const verdicts = await watch.look(drill.steadyState, signal, drill.alert ? [ALERTS] : [])
    const at = clock.now()
    seen.take(verdicts, at)
    if (seen.isTimeToAct) {
      const failed = await seen.act()
      if (failed !== undefined) return { ...seen.outage(), procedureFailed: failed }
      continue
    }
    good = notPassing(verdicts).length === 0 ? good + 1 : 0
    goodSince = good === 0 ? undefined : (goodSince ?? at)
    if (seen.isAllLost && goodSince !== undefined && good >= GOOD_LOOKS) {
      outing.note('recovered', `after ${secondsBetween(disturbedAt, goodSince)} s`)
      return { ...seen.outage(), recoveredAt: goodSince }
    }
    const isQuiet = !seen.isAllLost && good > 0 && at - disturbedAt > QUIET_MS
    if (isQuiet || at - disturbedAt > objectiveSeconds * 1000) return seen.outage()
    await clock.sleep(EVERY_MS, signal)
  }
}

/** What the looks of one outage have shown so far. */
class Seen {
  readonly #outing: Outing
  readonly #lost = new Map<string, number>()
  readonly #fallen = new Map<string, string>()
  readonly #toLose: readonly string[]
  readonly #hidden: readonly string[]
  #last: readonly string[] = []
  #lostAt: number | undefined
  #alertAt: number | undefined
  #hasActed = false

  constructor(outing: Outing) {
    this.#outing = outing
    const { broken, hidden } = toLose(outing.drill)
    this.#toLose = [...broken, ...hidden]
    this.#hidden = hidden
  }

  get isAllLost(): boolean {
    return this.#lostAt !== undefined
  }

  /** A person begins once they know: by the alert, where one is named. */
  get isTimeToAct(): boolean {
    const { drill } = this.#outing
    const isTold = drill.alert === undefined || this.#alertAt !== undefined
    return drill.recover !== undefined && !this.#hasActed && this.isAllLost && isTold
  }

  async act(): Promise<string | undefined> {
    const { drill, note, recover } = this.#outing
    this.#hasActed = true
    note('recovering', drill.recover?.says ?? '')
    return await recover()
  }

  take(verdicts: Verdicts, at: number): void {
    const { drill, note, watch } = this.#outing
    this.#last = notPassing(verdicts)
    for (const id of this.#toLose)
      if (!this.#lost.has(id) && isLost(verdicts, id, this.#hidden)) {
        this.#lost.set(id, at)
        note('lost', `${id}: ${verdicts.get(id)?.because}`)
      }
    if (this.#toLose.every((id) => this.#lost.has(id))) this.#lostAt ??= at
    for (const id of drill.holds ?? [])
      if (!this.#fallen.has(id) && verdicts.get(id)?.verdict !== 'pass')
        this.#fallen.set(id, `${id}: ${verdicts.get(id)?.because}`)
    if (drill.alert && this.#alertAt === undefined && isFiring(watch, drill.alert)) {
      this.#alertAt = at
      note('alert', `${drill.alert} fires`)
    }
  }

  outage(): Outage {
    return {
      ...(this.#lostAt === undefined ? {} : { lostAt: this.#lostAt }),
      ...(this.#alertAt === undefined ? {} : { alertAt: this.#alertAt }),
      lost: this.#lost,
      unmoved: this.#toLose.filter((id) => !this.#lost.has(id)),
      fallen: [...this.#fallen.values()],
      last: this.#last,
      recoveredBy: this.#hasActed ? 'procedure' : 'itself',
    }
  }
}

const isLost = (verdicts: Verdicts, id: string, hidden: readonly string[]): boolean => {
  const verdict = verdicts.get(id)?.verdict
  return verdict === 'fail' || (verdict === 'unverifiable' && hidden.includes(id))
}

/** What does not hold, and why. A waived violation is no steady state. */
export const notPassing = (verdicts: Verdicts): readonly string[] =>
  [...verdicts.values()]
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id, verdict, because }) => `${id} is ${verdict}: ${because}`)
