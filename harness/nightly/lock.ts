import { DatabaseSync } from 'node:sqlite'

const BUSY = 5

/**
 * Holds a file for as long as this process lives; undefined when another process holds it. The kernel
 * keeps the lock, so that of a process which died, however it died, is free at once, and no two can
 * take it over together.
 */
export function lock(file: string): Disposable | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === BUSY) return undefined
    throw error
  }
  return { [Symbol.dispose]: () => database.close() }
}
