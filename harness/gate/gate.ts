import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BadInput } from '../model/bad-input.ts'
import { didYouMean } from '../model/nearest.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { benchOf } from '../run/bench.ts'
import { judgeAll } from '../run/prove.ts'
import { controls } from '../run/specs.ts'
import type { Change } from './change.ts'
import { Prediction } from './prediction.ts'
import { type Weighed, weigh } from './weigh.ts'

/** One file of the command line, and how it is read: `path`, or `path@host`. */
export interface Asked {
  readonly change: Change
  readonly argument: string
}

export interface Gated extends Weighed {
  readonly lab: string
  readonly target: string
  readonly takenAt: string
  readonly assumed: readonly string[]
  readonly ignored: readonly string[]
}

/**
 * What would become of a lab by some changes, in the order they are named: each starts where the one
 * before it ends. Opens no socket.
 *
 * @throws BadInput for a file that cannot be read, or is not what it is said to be
 */
export async function gate(
  before: Snapshot,
  asked: readonly Asked[],
  known?: ReadonlyMap<string, string>,
): Promise<Gated> {
  const prediction = new Prediction(before)
  for (const { change, argument } of asked) {
    const { path, host } = placed(change, argument, prediction)
    const text = await textOf(path)
    await change.apply({ path, text }, prediction, host)
  }
  const all = await controls(before.inventory.profiles)
  const [was, is] = [
    judgeAll(all, await benchOf(before)),
    judgeAll(all, await benchOf(prediction.after)),
  ]
  return {
    lab: before.lab,
    target: before.target,
    takenAt: before.takenAt,
    ...weigh(was, is, prediction.touched, known),
    assumed: [...prediction.assumed],
    ignored: [...prediction.ignored],
  }
}

/** The text of a file; of a folder, its YAML and JSON files one after the other, as documents. */
async function textOf(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isDirectory()) return await readFile(path, 'utf8')
    const names = (await readdir(path, { recursive: true })).filter((name) =>
      /\.(ya?ml|json)$/.test(name),
    )
    const texts = await Promise.all(names.sort().map((name) => readFile(join(path, name), 'utf8')))
    return texts.join('\n---\n')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadInput([`${path}: cannot be read (${code})`])
  }
}

function placed({ host: isFor, option }: Change, argument: string, prediction: Prediction) {
  if (!isFor) return { path: argument, host: '' }
  const at = argument.lastIndexOf('@')
  const [path, host] = [argument.slice(0, at), argument.slice(at + 1)]
  const fit = prediction.inventory.hosts
    .map(({ name }) => name)
    .filter((one) => isFor(one, prediction))
  if (at < 1 || !fit.includes(host))
    throw new BadInput([
      `${option.split(' ')[0]} ${argument}: say which host the file is for, as FILE@HOST${didYouMean(host, new Set(fit))}`,
    ])
  return { path, host }
}
