import { Unseen } from '../../model/unseen.ts'

/** One section of the effective configuration; a share without a value of its own has that of `[global]`. */
export interface Parameters {
  readonly name: string
  /** @throws Unseen when it is neither here nor in `[global]` */
  text(key: string): string
  /** Undefined when it is empty. */
  maybe(key: string): string | undefined
  flag(key: string): boolean
  words(key: string): readonly string[]
}

/**
 * Sections as `testparm -s -v` prints them, `[global]` first.
 *
 * @throws Unseen on a line of another form
 */
export function sectionsOf(text: string): readonly Parameters[] {
  const blocks = text.split(/\n(?=\[)/).map(valuesOf)
  const defaults = blocks[0]?.values
  return blocks.map(({ name, values }) =>
    parameters(name, new Map([...(defaults ?? []), ...values])),
  )
}

function valuesOf(block: string): { name: string; values: ReadonlyMap<string, string> } {
  const [head = '', ...lines] = block.split('\n')
  const name = /^\[(.+)\]$/.exec(head)?.[1]
  if (name === undefined)
    throw new Unseen('not understood', 'a section of the configuration of Samba has no name')
  const values = lines.map((line): [string, string] => {
    const found = /^([a-z ]+?) =(?: (.*))?$/.exec(line)
    if (!found) throw new Unseen('not understood', `a line in [${name}] is no parameter`)
    return [found[1] ?? '', (found[2] ?? '').trim()]
  })
  return { name, values: new Map(values) }
}

function parameters(name: string, values: ReadonlyMap<string, string>): Parameters {
  const value = (key: string): string => {
    const found = values.get(key)
    if (found === undefined)
      throw new Unseen('not understood', `testparm does not show "${key}" for [${name}]`)
    return found
  }
  return {
    name,
    text: value,
    maybe: (key) => value(key) || undefined,
    flag: (key) => {
      const found = value(key).toLowerCase()
      if (found !== 'yes' && found !== 'no')
        throw new Unseen('not understood', `"${key}" of [${name}] is neither Yes nor No`)
      return found === 'yes'
    },
    words: (key) =>
      value(key)
        .split(/[\s,]+/)
        .filter(Boolean),
  }
}
