import { createHash } from 'node:crypto'
import { clean } from '../text.ts'

const OSCAL_VERSION = '1.1.3'

/** Files of one run that refer to each other. */
export const FILES = {
  catalog: 'oscal-catalog.json',
  component: 'oscal-component-definition.json',
  results: 'oscal-assessment-results.json',
} as const

/** Our own properties stand under this name. */
const NS = 'urn:plumbline'

export interface Prop {
  readonly name: string
  readonly ns: string
  readonly value: string
}

/** One of our own properties. Its value is one line, and never empty. */
export const prop = (name: string, value: string): Prop => ({
  name,
  ns: NS,
  value: clean(value).replaceAll(/\s+/g, ' ').trim() || '-',
})

/** A name as OSCAL has them: begins with a letter or `_`. */
const token = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '-')
    .replace(/^(?![a-z_])/, '_')

/** What we call a statement is a control of OSCAL's. */
export const controlId = (profile: string, statement: string): string =>
  token(`${profile}_${statement}`)

export const statementId = (profile: string, statement: string): string =>
  `${controlId(profile, statement)}_smt`

/** What we call a control is an objective of OSCAL's; `id` is `<profile>/<slug>`. */
export const objectiveId = (profile: string, statement: string, id: string): string =>
  `${controlId(profile, statement)}_obj.${token(id.slice(id.indexOf('/') + 1))}`

export const groupId = (profile: string, section: string): string => token(`${profile}_${section}`)

export const metadata = (title: string, lastModified: string, version: string) => ({
  title,
  'last-modified': lastModified,
  version,
  'oscal-version': OSCAL_VERSION,
})

/** A version that changes when the content does, and only then. */
export const versionOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)

/** A member that holds a list; none when the list is empty, as OSCAL has it. */
export const list = <Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): { readonly [key in Name]?: readonly Item[] } =>
  items.length > 0
    ? ({ [name]: items } as unknown as { readonly [key in Name]: readonly Item[] })
    : {}
