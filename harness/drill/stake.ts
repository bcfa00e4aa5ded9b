import { createHash } from 'node:crypto'
import type { DataOutcome } from '../../reports/journal.ts'
import { word } from '../model/collector.ts'
import type { Stake } from '../model/drill.ts'
import { type Clock, isoOf } from './clock.ts'
import type { Shell } from './hand.ts'

/** A file as it was: SHA-256, owner and mode, and its size. */
interface Kept {
  readonly is: string
  readonly bytes: number
}

/** By path. */
export type Manifest = ReadonlyMap<string, Kept>

const LOST_SHOWN = 50
const EVERY_MS = 2_000

/**
 * Every file below the folders, with its digest, owner and mode: bytes that nobody may read are not back. A folder that is gone has
 * none. Of a `whole` manifest nothing may be left out: what cannot be read before is not missed after.
 *
 * @throws Error for one that has to be whole, and is not
 */
export async function manifestOf(
  { on, folders }: Stake,
  shell: Shell,
  { whole }: { readonly whole: boolean },
): Promise<Manifest> {
  const files = (does: string) =>
    `for d in ${folders.map(word).join(' ')}; do [ ! -d "$d" ] || find "$d" -type f -exec ${does} {} +${whole ? ' || exit' : ''}; done`
  const command = `${files('sha256sum')}; echo; ${files(`stat -c '%U:%G:%a %s  %n'`)}${whole ? '' : '; :'}`
  const { stdout } = await shell(on, command)
  const [digests = '', owners = ''] = stdout.split('\n\n')
  const ownerOf = new Map(owners.split('\n').map((line) => pair(line)))
  return new Map(
    digests
      .split('\n')
      .filter(Boolean)
      .map((line) => pair(line))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, digest]) => {
        const [owner, bytes] = (ownerOf.get(path) ?? '').split(' ')
        return [path, { is: `${digest} ${owner}`, bytes: Number(bytes) }]
      }),
  )
}

/** Of `what  path`. */
function pair(line: string): readonly [path: string, what: string] {
  const at = line.indexOf('  ')
  return [line.slice(at + 2), line.slice(0, at)]
}

/** What was there before and is not there any more, or is something else. */
export function compare(before: Manifest, after: Manifest): DataOutcome {
  const lost = [...before].filter(([path, { is }]) => after.get(path)?.is !== is)
  return {
    files: before.size,
    lost: lost.slice(0, LOST_SHOWN).map(([path]) => path),
    lostTotal: lost.length,
    manifestBefore: digestOf(before),
    manifestAfter: digestOf(after),
  }
}

const digestOf = (manifest: Manifest): string =>
  createHash('sha256')
    .update([...manifest].map(([path, { is, bytes }]) => `${is} ${bytes}  ${path}\n`).join(''))
    .digest('hex')

/** What was below some folders, and how much of it is there again. */
export function rebuiltOf(before: Manifest, after: Manifest, folders: readonly string[]) {
  const lost = [...before].filter(([path]) => folders.some((it) => path.startsWith(`${it}/`)))
  return {
    lost: lost.length,
    restored: lost.filter(([path, { is }]) => after.get(path)?.is === is).length,
    bytes: lost.reduce((sum, [, { bytes }]) => sum + bytes, 0),
  }
}

/** Leaves a mark with its time again and again, so that what comes back tells when it is of. */
export class Marker {
  readonly #leave: (time: string) => Promise<void>
  readonly #clock: Clock
  readonly #stop = new AbortController()
  #writing: Promise<void> = Promise.resolve()
  #first: string | undefined
  #last: string | undefined
  /** Marks that were left. */
  count = 0

  constructor(leave: (time: string) => Promise<void>, clock: Clock) {
    this.#leave = leave
    this.#clock = clock
  }

  start(): void {
    this.#writing = this.#write()
    // Whoever stops it is told.
    this.#writing.catch(() => undefined)
  }

  /** Leaves a last one; twice is harmless. @throws Error when it could not be written */
  async stop(): Promise<void> {
    if (this.#stop.signal.aborted) return
    this.#stop.abort()
    await this.#writing
    await this.#one()
  }

  /**
   * Milliseconds of what was written before a moment and did not come back: none when the last line did, and
   * all of it when nothing did.
   */
  lossMs(survived: string, at: number): number {
    const newest = survived.trim()
    if (newest === this.#last) return 0
    const time = Date.parse(newest)
    return at - (Number.isNaN(time) ? Date.parse(this.#first ?? '') : time)
  }

  async #write(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      await this.#one()
      await this.#clock.sleep(EVERY_MS, signal).catch(() => undefined)
    }
  }

  async #one(): Promise<void> {
    const time = isoOf(this.#clock.now())
    await this.#leave(time)
    this.#first ??= time
    this.#last = time
    this.count++
  }
}
