/** One heading of a Markdown page and what stands below it, up to the next heading of its level or above. */
export interface Section {
  readonly level: number
  /** Of the heading, without markup. */
  readonly title: string
  readonly body: string
}

/** Every section, nested ones as well. A `#` inside a code block is no heading. */
export function sectionsOf(page: string): readonly Section[] {
  const lines = page.replace(/\r\n/g, '\n').split('\n')
  const headings = headingsOf(lines)
  return headings.map(({ at, level, title }, index) => {
    const next = headings.slice(index + 1).find((heading) => heading.level <= level)
    return { level, title, body: lines.slice(at + 1, next?.at).join('\n') }
  })
}

function headingsOf(lines: readonly string[]) {
  let fence: string | undefined
  return lines.flatMap((line, at) => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (mark && fence === undefined) fence = mark
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined
    const [, hashes, title] = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line) ?? []
    return fence === undefined && hashes && title
      ? [{ at, level: hashes.length, title: title.replace(/[`*_]/g, '').trim() }]
      : []
  })
}

/** Value of a list item `- Name: value`; undefined when there is none, or it is empty. */
export function fieldOf(body: string, name: string): string | undefined {
  const found = new RegExp(`^[-*]\\s+\\**${name}\\**\\s*:\\s*(.*?)\\s*$`, 'im').exec(body)
  return found?.[1] || undefined
}

/** Code blocks by the words after their fence: `sh vm102` is a shell on vm102. */
export const codeOf = (body: string): readonly { info: string; code: string }[] =>
  [...body.matchAll(/^ {0,3}(`{3,})([^\n`]*)\n([\s\S]*?)^ {0,3}\1`*[ \t]*$/gm)].map(
    ([, , info = '', code = '']) => ({ info: info.trim(), code }),
  )
