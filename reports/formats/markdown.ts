import { clean } from './text.ts'

/** Text inside a line of Markdown: nothing in it is markup, a mention or a link. */
export const inline = (text: string): string =>
  clean(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~#$&]/g, (sign) => `\\${sign}`)
    // A word joiner keeps a name from being called, and an address from becoming a link.
    .replaceAll(/@(?=\w)|:(?=\/\/)|#(?=\d)|www(?=\.)/gi, (sign) => `${sign}\u2060`)

/** Text of the lab as a block of its own: it is text, never markup. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}text\n${clean(text)}\n${ticks}`
}
