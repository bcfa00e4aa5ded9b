import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Diff, diffOf, incomparable, type Side } from '../../reports/diff.ts'
import { readRun } from '../../reports/run.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Fact } from '../model/fact.ts'
import { benchOf } from './bench.ts'
import { judgeAll } from './prove.ts'
import { readSnapshot } from './snapshot-file.ts'
import { controls } from './specs.ts'

/**
 * What changed from one run or snapshot to another. Opens no socket.
 *
 * @throws BadInput when one cannot be read, or the two cannot be compared; says why
 */
export async function compare(from: string, to: string): Promise<Diff> {
  const [a, b] = [await sideOf(from), await sideOf(to)]
  const problems = incomparable(a, b)
  if (problems.length > 0) throw new BadInput(problems)
  return diffOf(a, b)
}

/** A run.json, a snapshot.json, either of them packed, or the folder of a run. */
async function sideOf(path: string): Promise<Side> {
  const file = (await isFolder(path)) ? join(path, 'run.json') : path
  return (await schemaOf(file)).startsWith('plumbline/snapshot/')
    ? await sideOfSnapshot(file)
    : await sideOfRun(file)
}

const isFolder = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** What the file says it is; whoever reads it on will complain when it is nothing. */
async function schemaOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([
      `${path}: cannot be read (${error.code}): give a run.json or snapshot.json`,
    ])
  })
  try {
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    const { schema } = JSON.parse(text) as { readonly schema?: unknown }
    return String(schema)
  } catch {
    throw new BadInput([`${path}: is not JSON: give a run.json or snapshot.json`])
  }
}

async function sideOfSnapshot(path: string): Promise<Side> {
  const { snapshot } = await readSnapshot(path)
  const { profiles } = snapshot.inventory
  const verdicts = judgeAll(await controls(profiles), await benchOf(snapshot))
  const { lab, target, takenAt, facts } = snapshot
  return {
    path,
    lab,
    target,
    takenAt,
    profiles,
    only: [],
    verdicts: [...verdicts.values()],
    bugs: 0,
    facts,
  }
}

async function sideOfRun(path: string): Promise<Side> {
  const {
    lab,
    target,
    takenAt,
    profiles,
    only = [],
    verdicts,
    broken,
    snapshotDigest,
  } = await readRun(path)
  const facts = await factsBeside(path, snapshotDigest)
  return {
    ...{ path, lab, target, takenAt, profiles, only, verdicts, bugs: broken.length },
    ...(facts ? { facts } : {}),
  }
}

/** The facts that were judged, when the snapshot that lies beside the run is the run's own. */
async function factsBeside(
  path: string,
  wanted: string,
): Promise<Readonly<Record<string, Fact>> | undefined> {
  try {
    const { snapshot, digest } = await readSnapshot(join(dirname(path), 'snapshot.json'))
    return digest === wanted ? snapshot.facts : undefined
  } catch (error) {
    if (error instanceof BadInput) return undefined
    throw error
  }
}
