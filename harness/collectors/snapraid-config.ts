import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'

/** What is protected by what, as `/etc/snapraid.conf` says. Paths are without a slash at the end. */
export interface SnapraidConfig {
  /** Parity files by level, from 1; a level may be split over several files. */
  readonly parity: readonly { readonly level: number; readonly files: readonly string[] }[]
  /** Where the list of what is protected is kept. */
  readonly content: readonly string[]
  readonly data: readonly { readonly name: string; readonly path: string }[]
  /** Patterns that are left out, in order. */
  readonly excludes: readonly string[]
  /** Patterns that are let in again; with any of these, what matches none is left out. */
  readonly includes: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    snapraidConfig: SnapraidConfig
  }
}

/** Settings that do not change what is protected. */
const HARMLESS =
  /^(?:block_size|blocksize|hash_size|hashsize|autosave|pool|share|smartctl|temp_limit|temp_sleep)$/

const LEVELS = ['parity', '2-parity', '3-parity', '4-parity', '5-parity', '6-parity']

/**
 * The array as configured. A setting that is not known here makes the whole fact unknown: it might leave
 * files out.
 *
 * @source snapraid(1), snapraid 11 to 14
 */
export const snapraidConfig = hostCollector('snapraidConfig', {
  where: holdsPool,
  command: 'cat /etc/snapraid.conf',
  parse: ({ stdout }): SnapraidConfig => {
    const settings = stdout
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => /^(\S+)(?:\s+(.*))?$/.exec(line) ?? [])
      .map(([, key = '', value = '']) => ({ key, value }))
    const odd = settings.find(({ key }) => !isKnown(key))
    if (odd) throw new Unseen('not understood', `snapraid.conf has a setting "${odd.key}"`)
    const of = (key: string) => settings.filter((s) => s.key === key).map(({ value }) => value)
    return {
      parity: LEVELS.flatMap((key, i) =>
        of(key).map((files) => ({
          level: i + 1,
          files: files.split(',').map(bare),
        })),
      ),
      content: of('content').map(bare),
      data: settings.filter(({ key }) => key === 'data' || key === 'disk').map(dataOf),
      excludes: [...of('exclude'), ...of('nohidden').map(() => '.*')],
      includes: of('include'),
    }
  },
})

const isKnown = (key: string): boolean =>
  LEVELS.includes(key) ||
  ['content', 'data', 'disk', 'exclude', 'include', 'nohidden'].includes(key) ||
  HARMLESS.test(key)

function dataOf({ value }: { value: string }) {
  const [, name, path] = /^(\S+)\s+(.+)$/.exec(value) ?? []
  if (!name || !path) throw new Unseen('not understood', 'a data line has no name or no path')
  return { name, path: bare(path) }
}

const bare = (path: string): string => path.trim().replace(/(.)\/+$/, '$1')
