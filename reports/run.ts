import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { BadInput } from '../harness/model/bad-input.ts'
import type { Reality } from '../harness/model/fact.ts'
import type { Judgement } from '../harness/model/judgement.ts'
import type { Waiver } from '../harness/model/waiver.ts'
import { problemsOf, writeValid } from './document.ts'
import schema from './run.schema.json' with { type: 'json' }
import { byId, tell } from './tell.ts'

/** One entry of `verdicts`: what was found out about one control, and the document's own words. */
export interface RunVerdict extends Judgement {
  /** Heading the statement stands under, as the document writes it. */
  readonly heading?: string
  /** The statement itself. */
  readonly text?: string
  /** What the evidence was worth, best first, each kind once; empty when nobody answered. Always in the file. */
  readonly reality?: readonly Reality[]
}

/** A bug of ours: neither a finding nor a lack of evidence. `spec` is a path or a control id, empty when none is known. */
export interface Broken {
  readonly spec: string
  readonly message: string
}

/** How much of the documents is judged; ids of statements that nobody answers for by name. */
export interface Coverage {
  readonly statements: number
  readonly claimed: number
  readonly narrative: number
  readonly unclaimed: readonly string[]
}

/** One numbered sentence of a document, as it reads. */
export interface DocumentStatement {
  readonly id: string
  readonly text: string
  /** Line in `specs/<profile>/document.md`, from 1. */
  readonly line: number
  /** Why no control judges it by itself; only of those that none does. */
  readonly narrative?: string
}

/** The document of one profile in its own order, so that a report can be read as the document is. */
export interface RunDocument {
  readonly profile: string
  readonly title: string
  readonly sections: readonly {
    readonly heading: string
    /** Folder of the section's specs. */
    readonly slug: string
    /** Headings from the outermost to this one. */
    readonly path: readonly string[]
    readonly statements: readonly DocumentStatement[]
  }[]
}

/** A machine, or a guest that has no host of its own in the inventory. */
export interface MapNode {
  /** The subject of facts about it. */
  readonly name: string
  /** `hypervisor`, `storage`, …; `vm` or `container` for a guest that is only a guest. */
  readonly role: string
  readonly address?: string
  /** Whether it is a guest of the hypervisor. */
  readonly isGuest: boolean
}

/** Where things stand, as the inventory has it: the lab in one picture. */
export interface LabMap {
  /** Networks with who is in them; the last one is of those that no network holds. */
  readonly networks: readonly {
    readonly name: string
    readonly range?: string
    readonly nodes: readonly MapNode[]
  }[]
  /** Where the lab was looked at from, by the vantage's name. */
  readonly vantages: readonly string[]
}

export interface Summary {
  readonly pass: number
  readonly fail: number
  readonly unverifiable: number
  readonly waived: number
  readonly notApplicable: number
}

/** Of a run: 0 sound, 1 something unverifiable, 2 something fails, 3 a bug of ours or nothing judged. (4 is bad input: then there is no run.) */
export type Exit = 0 | 1 | 2 | 3

/** One run, as `run.json` holds it. Every report is a function of this value. */
export interface Run {
  readonly schema: 'plumbline/run/1'
  /** When collecting began, ISO 8601 UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly target: string
  readonly lab: string
  readonly profiles: readonly string[]
  /** Globs the controls were selected by; absent or empty when all were judged. */
  readonly only?: readonly string[]
  /** When collecting ended, ISO 8601 UTC: the only "now" of every judgement. */
  readonly takenAt: string
  readonly inventoryDigest: string
  readonly snapshotDigest: string
  /** Sorted by id. */
  readonly verdicts: readonly RunVerdict[]
  readonly broken: readonly Broken[]
  readonly waivers: { readonly unused: readonly Waiver[] }
  readonly coverage: Coverage
  /** One per profile; absent in runs of before documents were told. */
  readonly documents?: readonly RunDocument[]
  /** Absent in runs of before it was told. */
  readonly map?: LabMap
  readonly summary: Summary
  readonly exit: Exit
}

export function summarise(verdicts: readonly Pick<Judgement, 'verdict'>[]): Summary {
  const count = (wanted: Judgement['verdict']): number =>
    verdicts.filter(({ verdict }) => verdict === wanted).length
  return {
    pass: count('pass'),
    fail: count('fail'),
    unverifiable: count('unverifiable'),
    waived: count('waived'),
    notApplicable: count('not-applicable'),
  }
}

/** The worst that happened. A run in which every control was declared not applicable has judged nothing. */
export function exitOf(run: {
  readonly verdicts: readonly Pick<Judgement, 'verdict'>[]
  readonly broken: readonly Broken[]
}): Exit {
  const { pass, fail, unverifiable, waived } = summarise(run.verdicts)
  if (run.broken.length > 0 || pass + fail + unverifiable + waived === 0) return 3
  if (fail > 0) return 2
  return unverifiable > 0 ? 1 : 0
}

/** Whether a run's exit and counts are those of its verdicts. */
export function isTrueToItself({ verdicts, broken, exit, summary }: Run): boolean {
  const counted = summarise(verdicts)
  const isCounted = (Object.keys(counted) as (keyof Summary)[]).every(
    (verdict) => counted[verdict] === summary[verdict],
  )
  return isCounted && exitOf({ verdicts, broken }) === exit
}

/**
 * Writes `run.json` into a folder, whole or not at all, keys and verdicts always in the same order; gives its path.
 *
 * @throws Error when the run does not fit its own schema, or says better of itself than its verdicts do: that is our bug
 */
export async function writeRun(run: Run, dir: string): Promise<string> {
  const verdicts = run.verdicts.map(tell).sort(byId)
  if (run.exit !== exitOf(run))
    throw new Error(`the run says exit ${run.exit}, its verdicts say ${exitOf(run)}`)
  return await writeValid({ ...run, verdicts }, schema, join(dir, 'run.json'))
}

/**
 * Reads a `run.json`, or one that was packed (`.gz`).
 *
 * @throws BadInput when it cannot be read, is no run, or says better or worse of itself than its verdicts do
 */
export async function readRun(path: string): Promise<Run> {
  const bad = (why: string) =>
    new BadInput([`${path}: ${why}: give the path of a run.json that \`plumb verify\` wrote`])
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw bad(`cannot be read (${error.code})`)
  })
  let value: unknown
  try {
    value = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  } catch {
    throw bad('is not JSON')
  }
  const [first] = problemsOf(value, schema)
  if (first) throw bad(`is no run: ${first}`)
  const run = value as Run
  if (!isTrueToItself(run)) throw bad('says of itself what its verdicts do not say')
  return run
}
