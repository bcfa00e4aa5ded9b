import { closeSync, fsyncSync, openSync, truncateSync, writeSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Step } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import { isAlive, type Process, thisProcess } from '../run/process.ts'

/** What stands in the first line, and again where somebody goes on: who drills what. */
export interface Head {
  readonly lab: string
  /** Path of the lab's file. */
  readonly file: string
  readonly target: string
  readonly allow: readonly string[]
  readonly by: Process
}

/** A step that was begun, and may have been done. */
export interface Begun extends Step {
  readonly n: number
  readonly drill: string
  /** Controls that tell whether all is well again. */
  readonly steadyState: readonly string[]
}

type Line =
  | ({ readonly kind: 'head' } & Head)
  | ({ readonly kind: 'begun' } & Begun)
  | { readonly kind: 'undone'; readonly n: number }

/** What an interrupted drill left, the latest step last. */
export interface Left {
  readonly head: Head
  readonly steps: readonly Begun[]
  /** Of its whole lines. */
  readonly bytes: number
}

/** Beside the folder of the lab, which every run replaces as a whole. */
export const logPathOf = (out: string, lab: string): string => join(out, `${lab}.drill.jsonl`)

/**
 * What is about to be done, on disk before it is done, and how to undo it. The file is the lock of the lab as well:
 * it is there as long as something may have to be undone.
 */
export class DrillLog implements AsyncDisposable {
  readonly #path: string
  readonly #file: number
  readonly #open = new Map<number, Begun>()
  #n = 0

  private constructor(path: string, file: number) {
    this.#path = path
    this.#file = file
  }

  /** @throws BadInput while somebody drills this lab, or an interrupted drill was not undone */
  static async begin(out: string, head: Omit<Head, 'by'>): Promise<DrillLog> {
    const path = logPathOf(out, head.lab)
    await mkdir(dirname(path), { recursive: true })
    let file: number
    try {
      file = openSync(path, 'ax', 0o600)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      throw new BadInput([await whyTaken(path)])
    }
    const log = new DrillLog(path, file)
    log.#append({ kind: 'head', ...head, by: thisProcess() })
    syncFolder(dirname(path))
    return log
  }

  /** Goes on with the log that a dead process left, in its place: nobody else undoes the same meanwhile. */
  static resume(path: string, { head, steps, bytes }: Left): DrillLog {
    // What comes next must not be written behind half a line.
    truncateSync(path, bytes)
    const log = new DrillLog(path, openSync(path, 'a'))
    for (const step of steps) log.#open.set(step.n, step)
    log.#append({ kind: 'head', ...head, by: thisProcess() })
    return log
  }

  /** Call before the step is done. Gives its number. */
  begun(step: Omit<Begun, 'n'>): number {
    const n = ++this.#n
    this.#append({ kind: 'begun', n, ...step })
    this.#open.set(n, { n, ...step })
    return n
  }

  undone(n: number): void {
    this.#append({ kind: 'undone', n })
    this.#open.delete(n)
  }

  /** Steps that were begun and not undone, the latest first. */
  get left(): readonly Begun[] {
    return [...this.#open.values()].reverse()
  }

  /** The file goes when nothing is left to undo; else it stays for `plumb drill --recover`. */
  async [Symbol.asyncDispose](): Promise<void> {
    closeSync(this.#file)
    if (this.#open.size === 0) await rm(this.#path, { force: true })
  }

  #append(line: Line): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`)
    fsyncSync(this.#file)
  }
}

/** What the log of a lab says is left to undo; undefined when there is no log. */
export async function readLog(path: string): Promise<Left | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  // A line that was cut short by a crash was of a step that was never begun.
  const lines = text.split('\n').slice(0, -1)
  const parsed = lines.map((line, i) => lineOf(line, `${path}:${i + 1}`))
  const head = parsed.findLast((line) => line.kind === 'head')
  if (!head || parsed[0]?.kind !== 'head')
    throw new BadInput([`${path}: is no log of a drill: it has no first line; remove it`])
  const undone = new Set(parsed.flatMap((line) => (line.kind === 'undone' ? [line.n] : [])))
  const steps = parsed.flatMap((line) =>
    line.kind === 'begun' && !undone.has(line.n) ? [line] : [],
  )
  const bytes = Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1))
  return { head, steps, bytes }
}

function lineOf(line: string, place: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    throw new BadInput([
      `${place}: is no line of a log of a drill: put it right, undo by hand what the others say, or remove the file`,
    ])
  }
}

async function whyTaken(path: string): Promise<string> {
  const left = await readLog(path)
  if (left && isAlive(left.head.by))
    return `process ${left.head.by.pid} drills ${left.head.lab}: wait for it, or end it`
  return `${path}: an interrupted drill was not undone: run \`plumb drill --recover\` first`
}

/** A new file is there after a crash only if its folder was written too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
