import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

export type Shape = { readonly [member: string]: unknown }

/** Every section a policy may have, in lower case: Tailscale takes the names in any case. */
const KNOWN = new Set(
  'acls grants ssh autoapprovers nodeattrs postures defaultsrcposture tagowners groups hosts ipsets tests sshtests derpmap disableipv4 onecgnatroute randomizeclientport attrconfig'.split(
    ' ',
  ),
)

/** The sections of a policy by name. One that is absent has no rows; whether it is there is asked with `has`. */
export interface Sections {
  has(name: string): boolean
  rows(name: string): readonly Shape[]
  table(name: string): Shape
}

/** @throws Unseen for a section that is unknown, or there twice */
export function sectionsOf(policy: Shape, source: string): Sections {
  const found = new Map<string, unknown>()
  for (const [written, value] of Object.entries(policy)) {
    const name = written.toLowerCase()
    if (!KNOWN.has(name))
      throw new Unseen('not understood', `${source} has a section "${written}", unknown here`)
    if (found.has(name)) throw new Unseen('not understood', `${source} has two sections ${name}`)
    found.set(name, value)
  }
  const value = (name: string) => found.get(name) ?? undefined
  return {
    has: (name) => value(name) !== undefined,
    rows: (name) =>
      value(name) === undefined
        ? []
        : list(value(name), name).map((row) => object(row, `a row of ${name}`)),
    table: (name) => (value(name) === undefined ? {} : object(value(name), name)),
  }
}

/** A list of texts under a name; a member that is left out says nothing. */
export const textsOf = (row: Shape, name: string): readonly string[] =>
  row[name] === undefined || row[name] === null
    ? []
    : list(row[name], name).map((one) => text(one, `a member of ${name}`))
