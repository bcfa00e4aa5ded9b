import { Unseen } from '../../model/unseen.ts'
import { type Directive, directivesOf } from './blocks.ts'

const HEAD = /^# configuration file (\S+):$/m
const FOLDER = '/etc/nginx/'

/**
 * Directives of a whole configuration as `nginx -T` prints it: file after file, each once and under its name, and what a file
 * includes stands where it does so.
 *
 * @throws Unseen when a file that is included was not printed
 */
export function wholeOf(text: string): readonly Directive[] {
  const [before = '', ...parts] = text.split(HEAD)
  const files = new Map<string, readonly Directive[]>()
  for (let i = 0; i + 1 < parts.length; i += 2)
    files.set(parts[i] ?? '', directivesOf(parts[i + 1] ?? ''))
  const [main] = files.values()
  return withIncludes(main ?? directivesOf(before), files, 0)
}

function withIncludes(
  directives: readonly Directive[],
  files: ReadonlyMap<string, readonly Directive[]>,
  depth: number,
): readonly Directive[] {
  if (depth > 20) throw new Unseen('not understood', 'files of nginx include each other')
  return directives.flatMap((it) => {
    const [pattern] = it.words
    if (it.name !== 'include' || pattern === undefined)
      return [{ ...it, inside: withIncludes(it.inside, files, depth) }]
    if (files.size === 0)
      throw new Unseen('not understood', 'nginx did not print which file is which')
    const path = pattern.startsWith('/') ? pattern : `${FOLDER}${pattern}`
    const found = [...files].filter(([name]) => matches(name, path))
    if (found.length === 0 && !/[*?[]/.test(path))
      throw new Unseen('not understood', `nginx includes ${path}, and did not print it`)
    return found.flatMap(([, inside]) => withIncludes(inside, files, depth + 1))
  })
}

/** As glob(3) does: no wildcard reaches over a slash. */
function matches(name: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^${}()|\\]/g, '\\$&').replace(/\*/g, '[^/]*')
  return new RegExp(`^${source.replace(/\?/g, '[^/]')}$`).test(name)
}
