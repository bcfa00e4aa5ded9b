import { cp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts a finished folder in the place of another one. Files that only the old one holds (a proof, say)
 * are carried over, but for those that are `outdated`. Two runs that end together do not disturb each other: the
 * later one stays.
 */
export async function swap(
  fresh: string,
  place: string,
  outdated: readonly string[] = [],
): Promise<void> {
  const mine = new Set([...outdated, ...(await readdir(fresh))])
  for (const name of await namesIn(place))
    if (!mine.has(name)) await cp(join(place, name), join(fresh, name), { recursive: true })
  for (let attempt = 1; ; attempt++) {
    const old = `${fresh}.old-${attempt}`
    await rename(place, old).catch(unless('ENOENT'))
    const taken = await rename(fresh, place).then(
      () => false,
      (error: NodeJS.ErrnoException) => {
        if (attempt < 5 && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) return true
        throw error
      },
    )
    await rm(old, { recursive: true, force: true })
    if (!taken) return
  }
}

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error
}
