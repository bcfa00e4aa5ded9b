import { existsSync, globSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadInput } from '../model/bad-input.ts'
import { didYouMean } from '../model/nearest.ts'

const LABS = fileURLToPath(new URL('../../fixtures/labs', import.meta.url))

/** Names of the reference labs, sorted. */
export const labNames = (labs = LABS): readonly string[] =>
  globSync('*/lab.yaml', { cwd: labs })
    .map((path) => basename(dirname(path)))
    .sort()

/**
 * The absolute path of a lab's file: the name of a reference lab, or a path to a YAML file.
 *
 * @throws BadInput with the nearest names
 */
export function findLab(nameOrFile: string, labs = LABS): string {
  const names = labNames(labs)
  if (names.includes(nameOrFile)) return resolve(labs, nameOrFile, 'lab.yaml')
  if (existsSync(nameOrFile)) return resolve(nameOrFile)
  if (/[/\\]|\.ya?ml$/.test(nameOrFile))
    throw new BadInput(`${nameOrFile}: there is no such file; name a lab.yaml or a reference lab`)
  throw new BadInput(`there is no lab "${nameOrFile}"${didYouMean(nameOrFile, names)}`)
}
