import type { DataOutcome } from '../../reports/journal.ts'
import { word } from '../model/collector.ts'
import type { Stake } from '../model/drill.ts'
import { refuseUnlessFree } from '../model/free-path.ts'
import type { Clock } from './clock.ts'
import type { Hand, Shell } from './hand.ts'
import { compare, type Manifest, Marker, manifestOf, rebuiltOf } from './stake.ts'

export interface DataLoss {
  readonly data?: DataOutcome
  readonly dataLossSeconds?: number
}

/** What was brought back of what was lost, and how many files had changed since there was a way back. */
export interface Rebuilt {
  readonly lost: number
  readonly restored: number
  readonly bytes: number
  readonly unsyncedChanges: number
}

/** Data that is looked at before a drill, and again before the rollback. */
export class AtStake {
  readonly #stake: Stake
  readonly #shell: Shell
  readonly #clock: Clock
  #marker: Marker | undefined
  #before: Manifest = new Map()
  #remembered = 0
  /** Absent until it was weighed, and where the drill does not tell. */
  rebuilt: Rebuilt | undefined

  constructor(stake: Stake, shell: Shell, clock: Clock) {
    this.#stake = stake
    this.#shell = shell
    this.#clock = clock
  }

  /** Begins to write the marker, before anything that is to bring it back is prepared. */
  async start(hand: Hand, signal: AbortSignal): Promise<void> {
    const { on, marker, tidy } = this.#stake
    if (marker === undefined) return
    const at = word(marker)
    const undo = [`rm -rf ${at}`, ...(tidy === undefined ? [] : [tidy])].join(' && ')
    const isFree = { on, does: refuseUnlessFree(at), undo: '' }
    await hand.carryOut([isFree, { on, does: `mkdir ${at}`, undo }], signal)
    const leave = async (time: string) =>
      void (await this.#shell(on, `echo ${time} >${at}/${time}`))
    this.#marker = new Marker(leave, this.#clock)
    this.#marker.start()
  }

  /** What was left from here on, nothing that was prepared can bring back. */
  async remember(): Promise<void> {
    this.#remembered = this.#marker?.count ?? 0
    this.#before = await manifestOf(this.#stake, this.#shell, { whole: true })
  }

  /** Nothing is written from then on. Twice is harmless. */
  async settle(): Promise<void> {
    await this.#marker?.stop()
  }

  async weigh(disturbedAt: number): Promise<DataLoss> {
    const after = await manifestOf(this.#stake, this.#shell, { whole: false })
    const data = compare(this.#before, after)
    const { on, marker, rebuilt } = this.#stake
    if (marker === undefined || !this.#marker) return { data }
    const { stdout } = await this.#shell(on, `ls ${word(marker)} 2>/dev/null || :`)
    const marks = stdout.split('\n').filter(Boolean)
    if (rebuilt)
      this.rebuilt = {
        ...rebuiltOf(this.#before, after, rebuilt.folders),
        unsyncedChanges: this.#marker.count - this.#remembered,
      }
    const seconds = Math.round(this.#marker.lossMs(marks.at(-1) ?? '', disturbedAt) / 100) / 10
    if (marks.length > 0) return { data, dataLossSeconds: seconds }
    // How much was lost nobody knows then: more than was ever written.
    const lost = { lost: [...data.lost, marker], lostTotal: data.lostTotal + 1 }
    return { data: { ...data, ...lost }, dataLossSeconds: seconds }
  }
}
