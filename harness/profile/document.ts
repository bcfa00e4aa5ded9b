import { BadInput } from '../model/bad-input.ts'

/** One numbered sentence of a document. */
export interface Statement {
  /** E.g. `ZT-27`; never renumbered once published. */
  readonly id: string
  /** The sentence; of a table row, its cells joined by ` · `. */
  readonly text: string
  /** Line in the file, from 1. */
  readonly line: number
}

/** What stands under one heading, without what stands under its subheadings. */
export interface Section {
  readonly heading: string
  /** Folder of the section's specs, e.g. `storage-layer-vm102`; unique in the document. */
  readonly slug: string
  /** Headings from the outermost to this one, without the title. */
  readonly path: readonly string[]
  readonly statements: readonly Statement[]
}

/** An architecture document, restated as numbered statements under its own headings. */
export interface Document {
  readonly title: string
  /** In the document's order; a section may be empty. */
  readonly sections: readonly Section[]
}

interface Draft {
  readonly bad: (line: number, message: string) => BadInput
  title?: string
  readonly sections: (Section & { readonly statements: Statement[]; readonly depth: number })[]
}

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/
const ROW = /^\s*\|/
const ROW_SEPARATOR = /^\s*\|[\s:|-]*-[\s:|-]*$/
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/
const HAS_ID = /\*\*[A-Z][A-Z0-9]*-\d+\*\*/
const NUMBERED = /^\*\*([A-Z][A-Z0-9]*-\d+)\*\*\s+(\S.*?)\s*$/

/** The name of a heading's folder: `Storage Layer – VM102` gives `storage-layer-vm102`. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/**
 * Reads a `document.md`. Every line must be a heading, a list item `- **ID-1** sentence`, a table row
 * whose first cell is `**ID-1**`, a rule, a comment or blank: a sentence without a number would be
 * one that nobody has to answer for.
 *
 * @throws {@link BadInput} with file and line, at the first line that cannot be read
 */
export function parseDocument(markdown: string, file = 'document.md'): Document {
  const bad = (line: number, message: string) => new BadInput(`${file}:${line}: ${message}`)
  const draft: Draft = { bad, sections: [] }
  const lines = withoutComments(markdown).split(/\r?\n/)
  for (const [index, text] of lines.entries()) take(draft, text, index + 1, isFrame(lines, index))
  const { title } = draft
  if (title === undefined) throw bad(1, 'no title: begin with a line "# Title"')
  if (draft.sections.every(({ statements }) => statements.length === 0))
    throw bad(lines.length, 'not one statement: write list items "- **ID-1** sentence"')
  return { title, sections: draft.sections.map(({ depth: _, ...section }) => section) }
}

function take(draft: Draft, text: string, line: number, frame: boolean): void {
  if (text.trim() === '' || RULE.test(text) || frame) return
  const [, hashes, heading] = HEADING.exec(text) ?? []
  if (hashes !== undefined && heading !== undefined) {
    open(draft, heading, hashes.length, line)
    return
  }
  const [, item] = ITEM.exec(text) ?? []
  const sentence = item ?? (ROW.test(text) ? sentenceOf(text) : undefined)
  if (sentence === undefined)
    throw draft.bad(line, 'a sentence without a number: make it an item "- **ID-1** sentence"')
  keep(draft, sentence, line)
}

function open(draft: Draft, heading: string, depth: number, line: number): void {
  if (depth === 1) {
    if (draft.title !== undefined) throw draft.bad(line, 'a second title: use "##" for a section')
    draft.title = heading
    return
  }
  const slug = slugOf(heading)
  if (slug === '') throw draft.bad(line, `the heading "${heading}" gives no folder name`)
  const twin = draft.sections.find((section) => section.slug === slug)
  if (twin) throw draft.bad(line, `"${heading}" and "${twin.heading}" share the folder ${slug}`)
  const above = draft.sections.findLast((section) => section.depth < depth)
  const path = [...(above?.path ?? []), heading]
  draft.sections.push({ heading, slug, path, statements: [], depth })
}

function keep(draft: Draft, sentence: string, line: number): void {
  const [, id, text] = NUMBERED.exec(sentence) ?? []
  if (id === undefined || text === undefined)
    throw draft.bad(line, 'no id, or no text after it: write "**ID-1** sentence"')
  const section = draft.sections.at(-1)
  if (!section) throw draft.bad(line, `${id} stands before the first "##" heading`)
  const twin = draft.sections.flatMap(({ statements }) => statements).find((s) => s.id === id)
  if (twin)
    throw draft.bad(line, `${id} is already the id of line ${twin.line}: take the next free one`)
  section.statements.push({ id, text, line })
}

/** Header and separator of a table: the two lines that begin it. */
function isFrame(lines: readonly string[], index: number): boolean {
  const is = (pattern: RegExp, at: number) => pattern.test(lines[at] ?? '')
  const isHeader = (at: number) => is(ROW, at) && !is(ROW_SEPARATOR, at) && !is(HAS_ID, at)
  const begins = (at: number) => isHeader(at) && !is(ROW, at - 1) && is(ROW_SEPARATOR, at + 1)
  return begins(index) || begins(index - 1)
}

function sentenceOf(row: string): string {
  const [id, ...cells] = row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
    .filter((cell) => cell !== '')
  return `${id} ${cells.join(' · ')}`
}

/** Blanks comments and keeps their line breaks, so that lines stay true. */
const withoutComments = (markdown: string): string =>
  markdown
    .replace(/^\uFEFF/, '')
    .replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ''))
