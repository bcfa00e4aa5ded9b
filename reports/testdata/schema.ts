import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/** Where schemas of standards are that are too big to be kept here: a folder beside the repository, or one that is named. */
const folder =
  process.env.PLUMBLINE_SCHEMAS ??
  fileURLToPath(new URL('../../../shared/schemas', import.meta.url))

/** Whether a standard's schema is here; a test that needs it names itself as not run when it is not. */
export const hasSchema = (name: string): boolean => existsSync(`${folder}/${name}`)

/** What a value has against a standard's schema, one line each; empty when it fits. */
export function against(name: string): (value: unknown) => readonly string[] {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const schema = JSON.parse(text) as Record<string, unknown>
  // Draft 4 and draft 7 say the same of everything that these schemas use, but for the name of the id.
  const { $schema: _, id: __, ...rest } = schema
  // OASIS has a pattern that is none under Unicode rules, OSCAL patterns that are none without them.
  const unicodeRegExp = text.includes('\\\\p{')
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp })
  formats.default(ajv)
  const fits = ajv.compile(rest)
  return (value) =>
    fits(value)
      ? []
      : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
