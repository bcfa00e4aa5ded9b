import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { type Document, type ErrorCode, LineCounter, parseDocument, visit } from 'yaml'
import { BadInput } from '../model/bad-input.ts'
import { offsetOf, type Problem } from './position.ts'

/** A YAML file that was understood as YAML; what it says is still anybody's guess. */
export interface YamlFile {
  readonly value: unknown
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string
  /** Throws {@link BadInput} with every problem as `file:line:column: …`, in the file's order; returns when there is none. */
  accept(problems: readonly Problem[]): void
}

const MOST_BYTES = 2 ** 20
const MOST_ALIASES = 100
const TWICE = 'this key stands twice in the same place; keep one of the two'

/** @throws BadInput when the file cannot be read, is too large or is not YAML. What does not hinder reading on is kept for `accept`. */
export async function readYaml(file: string): Promise<YamlFile> {
  const name = shown(file)
  const bytes = await bytesOf(file, name)
  const lines = new LineCounter()
  const document = parseDocument(decode(bytes, name), {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    version: '1.2',
  })
  const line = (offset: number, says: string): string => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${says}`
  }
  const wrong = [...document.errors, ...document.warnings]
    .map(({ pos, code }) => ({ offset: pos[0], says: explained(code) }))
    .concat(danglingAliases(document))
  const refuse = (found: readonly { offset: number; says: string }[]): void => {
    if (found.length === 0) return
    const inOrder = [...found].sort((a, b) => a.offset - b.offset)
    throw new BadInput([...new Set(inOrder.map(({ offset, says }) => line(offset, says)))])
  }
  if (wrong.some(({ says }) => says !== TWICE)) refuse(wrong)
  return {
    value: plain(document, name),
    digest: createHash('sha256').update(bytes).digest('hex'),
    accept: (problems) =>
      refuse([
        ...wrong,
        ...problems.map(({ path, at, says }) => ({ offset: offsetOf(document, path, at), says })),
      ]),
  }
}

const shown = (file: string): string => {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  try {
    const about = await stat(file)
    if (!about.isFile()) throw new BadInput(`${name}: is not a file; name a YAML file`)
    if (about.size > MOST_BYTES)
      throw new BadInput(`${name}: is larger than 1 MiB; an inventory is written by hand`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new BadInput(`${name}: cannot be read (${code}); check its name and permissions`)
  }
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadInput(`${name}: is not UTF-8 text; save it as UTF-8`)
  }
}

function danglingAliases(document: Document): readonly { offset: number; says: string }[] {
  const found: { offset: number; says: string }[] = []
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return
      const says = 'this alias (*name) has no anchor (&name) before it; define it first'
      found.push({ offset: alias.range?.[0] ?? 0, says })
    },
  })
  return found
}

function plain(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch {
    throw new BadInput(`${name}: its aliases (*name) expand too far; write the values out`)
  }
}

/** In our own words: the parser's may quote the text, and the text may hold a secret. */
function explained(code: ErrorCode): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return TWICE
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return 'the indentation does not fit; use spaces, the same number for members of one thing'
    case 'MULTIPLE_DOCS':
      return 'a second document begins here; write one document per file'
    case 'MISSING_CHAR':
      return 'a closing quote, bracket or a comma is missing here; add it'
    case 'TAG_RESOLVE_FAILED':
      return 'this tag (!name) is not known; remove it'
    default:
      return `this is not YAML (${code}); check quotes, colons and indentation around here`
  }
}
