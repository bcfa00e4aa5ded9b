import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BadInput } from '../harness/model/bad-input.ts'
import { stringify } from './ordered.ts'
import schema from './run.schema.json' with { type: 'json' }
import { type Run, readRun } from './run.ts'
import { writeWhole } from './write-whole.ts'

/** Runs of a lab on a target that are kept, unless told otherwise: two months of nights. */
const KEPT = 60

/** Runs are compared with those of the same lab on the same target only. */
export type Whose = Pick<Run, 'lab' | 'target'>

const SUFFIX = '.run.json.gz'

/**
 * Keeps a run among those before it, and forgets the oldest ones beyond `kept`. A run that is kept twice is kept once.
 * The files are run.json as it was, packed: `<folder>/<lab>/<target>/<when it was taken>.run.json.gz`; gives the path.
 */
export async function keepRun(run: Run, folder: string, kept = KEPT): Promise<string> {
  const place = placeOf(folder, run)
  const path = join(place, `${run.takenAt.replaceAll(':', '-')}${SUFFIX}`)
  await writeWhole(path, gzipSync(stringify(run, schema)))
  for (const name of (await namesIn(place)).slice(0, -kept)) await rm(join(place, name))
  return path
}

/** What was found in a history. */
export interface Past {
  /** Oldest first. */
  readonly runs: readonly Run[]
  /** Files that cannot be used, one line each. */
  readonly unread: readonly string[]
}

/** The newest runs that were kept of a lab on a target; none when nobody has kept any. */
export async function pastRuns(folder: string, whose: Whose, newest = KEPT): Promise<Past> {
  const place = placeOf(folder, whose)
  const names = newest > 0 ? (await namesIn(place)).slice(-newest) : []
  const runs: Run[] = []
  const unread: string[] = []
  for (const name of names)
    try {
      runs.push(await readRun(join(place, name)))
    } catch (error) {
      // One night that cannot be read is no reason to forget the others.
      if (!(error instanceof BadInput)) throw error
      unread.push(...error.problems)
    }
  return { runs, unread }
}

function placeOf(folder: string, { lab, target }: Whose): string {
  for (const word of [lab, target])
    if (!/^[a-z0-9][a-z0-9-]*$/i.test(word))
      throw new BadInput(`"${word}" cannot be the name of a folder: use letters, digits and -`)
  return join(folder, lab, target)
}

/** Names sort as their times do. */
async function namesIn(place: string): Promise<readonly string[]> {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name.endsWith(SUFFIX)).sort()
}
