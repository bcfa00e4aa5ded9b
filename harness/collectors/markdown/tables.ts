import { Unseen } from '../../model/unseen.ts'
import { sectionsOf } from '../runbooks/section.ts'

/** A table of a page, under the heading that stands above it. */
export interface Table {
  readonly heading: string
  /** One per line, cells by the name of their column, without markup. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/**
 * Every table of a page. Code blocks hold none.
 *
 * @throws Unseen on a line with more or fewer cells than columns: what it says would be guessed
 */
export function tablesOf(page: string): readonly Table[] {
  const prose = page
    .replace(/\r\n/g, '\n')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1.*$/gm, '')
  return sectionsOf(prose).flatMap(({ title, body }) => {
    // What stands under a heading further down is told there.
    const [own = ''] = body.split(/^#{1,6}\s/m)
    return [...own.matchAll(/(?:^[ ]{0,3}\|.*(?:\n|$))+/gm)].map(([block]) => ({
      heading: title,
      rows: rowsOf(block.trimEnd().split('\n'), title),
    }))
  })
}

function rowsOf([head = '', rule = '', ...lines]: readonly string[], heading: string) {
  const columns = cellsOf(head)
  const isRule = cellsOf(rule).every((cell) => /^:?-+:?$/.test(cell))
  const rows = lines.map(cellsOf)
  if (!isRule || rows.some((cells) => cells.length !== columns.length))
    throw new Unseen('not understood', `the table under "${heading}" has another form`)
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
  )
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/[`*]/g, '').replace(/\\\|/g, '|').trim())
