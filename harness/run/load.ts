import { existsSync, globSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The repository's root, with a trailing slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Files of the repository by glob, sorted, relative to its root. Nothing is registered anywhere: a file is found by its path. */
export const files = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT, exclude: ['**/node_modules/**', '**/*.test.ts'] }).sort()

export const has = (path: string): boolean => existsSync(ROOT + path)

/** Imports one file of the repository. */
export const load = async (path: string): Promise<Record<string, unknown>> =>
  await import(pathToFileURL(ROOT + path).href)

const loaded = new Map<string, Promise<readonly unknown[]>>()

/** Every export of every file that matches; looked for once per process. */
export async function loadAll<T>(pattern: string): Promise<readonly T[]> {
  const known =
    loaded.get(pattern) ??
    Promise.all(files(pattern).map(load)).then((modules) =>
      modules.flatMap((module) => Object.values(module)),
    )
  loaded.set(pattern, known)
  return (await known) as readonly T[]
}
