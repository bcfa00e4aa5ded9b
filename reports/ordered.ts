/** As much of a JSON Schema as tells the order of keys. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly $ref?: string
}

/** JSON with one space of indent and keys in the schema's order; keys it does not name follow, sorted. So equal values are equal bytes. */
export const stringify = (value: unknown, schema: Schema): string =>
  `${JSON.stringify(ordered(value, schema, schema), null, 1)}\n`

function ordered(value: unknown, schema: Schema | undefined, root: Schema): unknown {
  const here = resolved(schema, root)
  if (Array.isArray(value)) return value.map((item) => ordered(item, here?.items, root))
  if (typeof value !== 'object' || value === null) return value
  const members = value as Readonly<Record<string, unknown>>
  const named = Object.keys(here?.properties ?? {}).filter((key) => Object.hasOwn(members, key))
  const others = Object.keys(members)
    .filter((key) => !named.includes(key))
    .sort()
  return Object.fromEntries(
    [...named, ...others].map((key) => [key, ordered(members[key], here?.properties?.[key], root)]),
  )
}

function resolved(schema: Schema | undefined, root: Schema): Schema | undefined {
  const name = schema?.$ref?.replace('#/$defs/', '')
  return name === undefined ? schema : root.$defs?.[name]
}
