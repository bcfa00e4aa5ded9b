import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleOf, type Verified, verifyBundle } from '../../reports/bundle.ts'
import { type Run, readRun } from '../../reports/run.ts'
import { type Member, unpacked } from '../../reports/tar.ts'
import { writeWhole } from '../../reports/write-whole.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { documentOf } from './coverage.ts'
import { type Again, judgeAgain } from './judge-again.ts'
import { ROOT } from './load.ts'
import { type Signature, type Signers, sign, signatureOf } from './signature.ts'

/** A bundle that was written or looked at. */
export interface Bundle extends Verified {
  readonly path: string
  readonly bytes: number
  /** Absent when nobody signed it. */
  readonly signature?: Signature
  /** What its facts are judged as today; absent where they cannot be judged here. */
  readonly again?: Again
}

/**
 * Writes the evidence of the run in a folder as one file, and signs it when a key is named.
 *
 * @throws BadInput when there is no run, its files do not belong together, or its documents have been changed since
 */
export async function writeBundle(folder: string, path: string, key?: string): Promise<Bundle> {
  const members = await membersOf(folder)
  let bundle: Buffer
  try {
    bundle = bundleOf(members)
  } catch (error) {
    throw new BadInput([`${folder}: ${error instanceof Error ? error.message : String(error)}`])
  }
  await writeWhole(path, bundle)
  if (key !== undefined) await sign(path, key)
  return await readBundle(path)
}

/** Looks whether a bundle is what was bundled, and who signed it. */
export async function readBundle(path: string, signers?: Signers): Promise<Bundle> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([`${path}: cannot be read (${error.code}): give the path of a bundle`])
  })
  const verified = verifyBundle(bytes)
  const signature = await signatureOf(path, signers)
  const again = verified.problems.length === 0 ? await againOf(bytes) : undefined
  return {
    path,
    bytes: bytes.length,
    ...verified,
    ...(signature ? { signature } : {}),
    ...(again ? { again } : {}),
    problems: [...verified.problems, ...unsigned(signature, signers)],
  }
}

async function againOf(bundle: Uint8Array): Promise<Again | undefined> {
  const members = new Map(unpacked(bundle).map((one) => [one.path, one.bytes]))
  const parsed = (path: string): unknown =>
    JSON.parse(Buffer.from(members.get(path) ?? []).toString('utf8'))
  return await judgeAgain(parsed('run.json') as Run, parsed('snapshot.json') as Snapshot)
}

const unsigned = (
  signature: Signature | undefined,
  signers: Signers | undefined,
): readonly string[] => {
  if (signature) return signature.problem === undefined ? [] : [signature.problem]
  return signers ? ['nobody signed it'] : []
}

async function membersOf(folder: string): Promise<readonly Member[]> {
  const run = await readRun(join(folder, 'run.json'))
  const needed = ['run.json', 'snapshot.json'].map((name) => memberOf(folder, name))
  const further = ['proof.json', 'journal.json'].map((name) =>
    memberOf(folder, name).catch((error: unknown) => {
      if (error instanceof BadInput) return undefined
      throw error
    }),
  )
  const documents = run.profiles.map((profile) => documentMember(run, profile))
  const found = await Promise.all([...needed, ...further, ...documents])
  return found.filter((one) => one !== undefined)
}

async function memberOf(folder: string, path: string): Promise<Member> {
  try {
    return { path, bytes: await readFile(join(folder, path)) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadInput([`${join(folder, path)}: cannot be read (${code}): run \`plumb verify\``])
  }
}

/** The document of a profile, which has to be the one that was judged. */
async function documentMember({ documents = [] }: Run, profile: string): Promise<Member> {
  const path = `specs/${profile}/document.md`
  const saying = (sections: Awaited<ReturnType<typeof documentOf>>['sections']) =>
    JSON.stringify(
      sections.map(({ heading, statements }) => [
        heading,
        statements.map(({ id, text }) => [id, text]),
      ]),
    )
  const judged = documents.find((one) => one.profile === profile)
  const now = await documentOf(profile)
  if (judged && saying(judged.sections) !== saying(now.sections))
    throw new BadInput([`${path} is no longer what was judged: run \`plumb verify\` again`])
  return { path, bytes: await readFile(ROOT + path) }
}
