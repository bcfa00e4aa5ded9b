import { Unseen } from '../../model/unseen.ts'
import { Reader } from './reader.ts'

/** What stands between braces, or in a whole file. Values are source text: only literals are ever looked into. */
export interface Body {
  readonly attributes: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
}

export interface Block extends Body {
  readonly type: string
  readonly labels: readonly string[]
}

/**
 * Reads the native syntax of OpenTofu, Terraform and Packer as far as its structure goes.
 *
 * @throws Unseen with file and line at the first thing that is no attribute and no block
 */
export function parseHcl(source: string, file: string): Body {
  const reader = new Reader(source, file)
  const body = bodyOf(reader)
  reader.blanks()
  if (!reader.isAtEnd) throw reader.problem('something that belongs nowhere')
  return body
}

/** The members of an object literal `{ a = 1, b = 2 }`; undefined when the value is anything else. */
export function membersOf(value: string | undefined): Readonly<Record<string, string>> | undefined {
  if (value === undefined || !/^\{[\s\S]*\}$/.test(value)) return undefined
  try {
    const { attributes, blocks } = parseHcl(value.slice(1, -1), 'an object')
    return blocks.length === 0 ? attributes : undefined
  } catch (error) {
    if (error instanceof Unseen) return undefined
    throw error
  }
}

/** The text of a string literal; undefined for anything computed. */
export function literalOf(value: string | undefined): string | undefined {
  const [, inner] = /^"((?:[^"\\]|\\.)*)"$/.exec(value ?? '') ?? []
  return inner === undefined || /[$%]\{/.test(inner) ? undefined : inner.replace(/\\(.)/g, '$1')
}

function bodyOf(reader: Reader): Body {
  const attributes: Record<string, string> = {}
  const blocks: Block[] = []
  for (;;) {
    reader.blanks()
    if (reader.isAtEnd || reader.sees('}')) return { attributes, blocks }
    const name = reader.word() ?? reader.quoted()
    if (name === undefined) throw reader.problem('neither an attribute nor a block')
    reader.spaces()
    if (reader.takes('=') || reader.takes(':')) {
      if (Object.hasOwn(attributes, name)) throw reader.problem(`${name} twice`)
      attributes[name] = reader.expression()
      reader.spaces()
      reader.takes(',')
    } else blocks.push(blockOf(reader, name))
  }
}

function blockOf(reader: Reader, type: string): Block {
  const labels: string[] = []
  while (!reader.takes('{')) {
    const label = reader.quoted() ?? reader.word()
    if (label === undefined) throw reader.problem(`a block ${type} that does not open`)
    labels.push(label)
    reader.spaces()
  }
  const body = bodyOf(reader)
  if (!reader.takes('}')) throw reader.problem(`a block ${type} that does not close`)
  return { type, labels, ...body }
}
