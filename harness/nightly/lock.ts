import { DatabaseSync } from 'node:sqlite'
import { BadInput } from '../model/bad-input.ts'

const BUSY = 5

/**
 * Holds a file for as long as this process lives; undefined when another process holds it. The kernel
 * keeps the lock, so that of a process which died, however it died, is free at once, and no two can
 * take it over together.
 *
 * @throws BadInput when the file cannot be used for that
 */
export function lock(file: string): Disposable | undefined {
  const database = opened(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === BUSY) return undefined
    throw strange(file, error)
  }
  return { [Symbol.dispose]: () => database.close() }
}

function opened(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file)
  } catch (error) {
    throw strange(file, error)
  }
}

const strange = (file: string, error: unknown): BadInput =>
  new BadInput([
    `${file}: cannot be locked (${error instanceof Error ? error.message : error}): is it this user's, and empty?`,
  ])
