import { Unseen } from '../../model/unseen.ts'

/** What stands between the two lines `---` at the top of a Markdown page, by key; a list is a list of words. */
export type FrontMatter = Readonly<Record<string, string | readonly string[]>>

/**
 * Reads `key: value`, `key: [a, b]` and a key with items below it.
 *
 * @throws Unseen when there is none, or it is written otherwise
 */
export function frontMatterOf(page: string, where: string): FrontMatter {
  const [, block] = /^---\r?\n([\s\S]*?)\r?\n---\r?(?:\n|$)/.exec(page) ?? []
  if (block === undefined) throw new Unseen('not understood', `${where} has no front matter`)
  const found: Record<string, string | string[]> = {}
  let last: string | undefined
  for (const line of block.split(/\r?\n/).filter((text) => !/^\s*(#|$)/.test(text))) {
    const [, item] = /^\s*-\s+(.+)$/.exec(line) ?? []
    const [, key, value = ''] = /^([a-z-]+):\s*(.*)$/.exec(line) ?? []
    const list = last === undefined ? undefined : found[last]
    if (item !== undefined && Array.isArray(list)) list.push(bare(item))
    else if (key !== undefined) {
      last = key
      found[key] = readValue(value)
    } else throw new Unseen('not understood', `the front matter of ${where} has another form`)
  }
  return found
}

function readValue(text: string): string | string[] {
  if (text.trim() === '') return []
  const [, list] = /^\[(.*)\]$/.exec(text.trim()) ?? []
  return list === undefined ? bare(text) : list.split(',').map(bare).filter(Boolean)
}

const bare = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2')

/** A value that is a list, or one word where one is enough. */
export const wordsOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value
