import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeWhole } from '../../reports/write-whole.ts'
import { BadInput } from '../model/bad-input.ts'
import { object, parseJson } from '../model/parse.ts'
import type { Snapshot } from '../model/snapshot.ts'

/** Writes a snapshot as `snapshot.json`, whole or not at all; gives the SHA-256 of its bytes. */
export async function writeSnapshot(snapshot: Snapshot, path: string): Promise<string> {
  const text = `${JSON.stringify(snapshot, null, 1)}\n`
  await writeWhole(path, text)
  return digestOf(text)
}

/**
 * Reads a snapshot and freezes it deeply: specs that share a worker cannot change it for each other.
 *
 * @throws BadInput when the file is missing or is not a snapshot
 */
export async function readSnapshot(path: string): Promise<{ snapshot: Snapshot; digest: string }> {
  const bytes = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([
      `${path}: cannot be read (${error.code}): give the path of a snapshot.json`,
    ])
  })
  try {
    const found = object(parseJson(bytes, path), path)
    if (found.schema !== 'plumbline/snapshot/1' || !found.facts || !found.inventory)
      throw new BadInput([
        `${path}: not a plumbline/snapshot/1 file: make one with \`plumb collect\``,
      ])
    return { snapshot: freeze(found as unknown as Snapshot), digest: digestOf(bytes) }
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput([`${path}: ${error instanceof Error ? error.message : String(error)}`])
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) freeze(member)
  }
  return value
}
