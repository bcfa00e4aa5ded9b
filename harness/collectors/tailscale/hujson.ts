import { parseJson } from '../../model/parse.ts'

const STRING = '"(?:\\\\.|[^"\\\\])*"'
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//
const TRAILING = /,(?=\s*[\]}])/

/**
 * JSON as people write it: with comments, and a comma after the last member. Plain JSON is unchanged.
 *
 * @throws Unseen when what is left is no JSON
 */
export const parseHuJson = (text: string, source: string): unknown =>
  parseJson(without(without(text, COMMENT), TRAILING), source)

/** Leaves out what matches outside of strings. */
const without = (text: string, pattern: RegExp): string =>
  text.replace(
    new RegExp(`(${STRING})|${pattern.source}`, 'g'),
    (_, string?: string) => string ?? ' ',
  )

/** The same value always as the same text: members sorted by name, nothing between them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}
