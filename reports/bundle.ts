import { createHash } from 'node:crypto'
import schema from './bundle.schema.json' with { type: 'json' }
import { problemsOf } from './document.ts'
import { stringify } from './ordered.ts'
import runSchema from './run.schema.json' with { type: 'json' }
import { isTrueToItself, type Run } from './run.ts'
import { type Member, packed, unpacked } from './tar.ts'

/** What a bundle holds, as its `manifest.json` says. */
export interface Manifest {
  readonly schema: 'plumbline/bundle/1'
  readonly lab: string
  readonly target: string
  readonly takenAt: string
  readonly exit: Run['exit']
  readonly summary: Run['summary']
  readonly members: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

const MANIFEST = 'manifest.json'
const RUN = 'run.json'
const SNAPSHOT = 'snapshot.json'
/** They may be older than the run, and of another target; not of another lab. */
const OF_A_LAB = ['proof.json', 'journal.json']

/**
 * The evidence of one run as one file: its run, the snapshot it was judged over, proof, journal and documents, with a
 * manifest of digests before them. The same files are the same bytes.
 *
 * @throws Error when there is no run, or its snapshot is another one's
 */
export function bundleOf(members: readonly Member[]): Buffer {
  const sorted = members.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const problems = problemsOfMembers(sorted)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const manifest = Buffer.from(stringify(manifestOf(sorted), schema))
  return packed([{ path: MANIFEST, bytes: manifest }, ...sorted])
}

export interface Verified {
  /** What it says of itself; absent when it cannot be read. */
  readonly manifest?: Manifest
  /** SHA-256 of the whole bundle, hex. */
  readonly digest: string
  /** Why it is not what was bundled, one line each; empty when it is. */
  readonly problems: readonly string[]
}

/**
 * Looks whether a bundle is whole: every file is the one of the manifest, none is missing, none was added, and run,
 * snapshot and manifest belong together. Who changes them all together is found by a signature, or by the digest.
 */
export function verifyBundle(bundle: Uint8Array): Verified {
  const digest = sha256(bundle)
  try {
    const [first, ...members] = unpacked(bundle)
    if (first?.path !== MANIFEST) return { digest, problems: ['it has no manifest'] }
    const manifest = parsed(first.bytes)
    const [odd] = problemsOf(manifest, schema)
    if (odd) return { digest, problems: [`${MANIFEST}: ${odd}`] }
    const told = manifest as Manifest
    const problems = [...against(told, members), ...problemsOfMembers(members)]
    // Whatever is left is in the manifest's own words, or between the files.
    if (problems.length === 0 && !bundleOf(members).equals(bundle))
      problems.push('it is not, bit for bit, the bundle of these files')
    return { manifest: told, digest, problems }
  } catch (error) {
    return { digest, problems: [error instanceof Error ? error.message : String(error)] }
  }
}

function against({ members: told }: Manifest, found: readonly Member[]): string[] {
  const listed = new Map(told.map((one) => [one.path, one]))
  const there = new Set(found.map(({ path }) => path))
  const missing = told.filter(({ path }) => !there.has(path))
  return [
    ...missing.map(({ path }) => `${path} is missing`),
    ...found.flatMap(({ path, bytes }, i) => {
      if (found.findIndex((other) => other.path === path) !== i) return [`${path} is there twice`]
      const expected = listed.get(path)
      if (!expected) return [`${path} was added`]
      return expected.sha256 === sha256(bytes) ? [] : [`${path} was changed`]
    }),
  ]
}

/** What the files have against each other. */
function problemsOfMembers(members: readonly Member[]): readonly string[] {
  const [run, snapshot] = [RUN, SNAPSHOT].map((name) => members.find(({ path }) => path === name))
  if (!run || !snapshot) return [`${run ? SNAPSHOT : RUN} is missing`]
  const value = parsed(run.bytes)
  const [odd] = problemsOf(value, runSchema)
  if (odd) return [`${RUN}: ${odd}`]
  const { lab, snapshotDigest } = value as Run
  const strange = members.filter(
    ({ path, bytes }) => OF_A_LAB.includes(path) && (parsed(bytes) as Partial<Run>).lab !== lab,
  )
  return [
    ...(sha256(snapshot.bytes) === snapshotDigest
      ? []
      : [`${SNAPSHOT} is not the one ${RUN} judged`]),
    ...(isTrueToItself(value as Run) ? [] : [`${RUN} says of itself what its verdicts do not say`]),
    ...strange.map(({ path }) => `${path} is of another lab than ${RUN}`),
  ]
}

function manifestOf(members: readonly Member[]): Manifest {
  const run = members.find(({ path }) => path === RUN)
  const { lab, target, takenAt, exit, summary } = parsed(run?.bytes ?? Buffer.of()) as Run
  return {
    schema: 'plumbline/bundle/1',
    ...{ lab, target, takenAt, exit, summary },
    members: members.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
  }
}

const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
