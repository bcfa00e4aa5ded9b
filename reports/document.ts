import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Schema, stringify } from './ordered.ts'
import { writeWhole } from './write-whole.ts'

/** What a value has against a schema, one line each; empty when it fits. */
export function problemsOf(value: unknown, schema: Schema): readonly string[] {
  const fits = compiled.get(schema) ?? compile(schema)
  if (fits(value)) return []
  // Only the place and the rule: the value itself may be an answer of the lab.
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
}

/** Compiling takes longer than looking at a whole run: a history has many. */
const compiled = new WeakMap<Schema, ValidateFunction>()

function compile(schema: Schema): ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    allowUnionTypes: true,
  })
  formats.default(ajv)
  const fits = ajv.compile(schema)
  compiled.set(schema, fits)
  return fits
}

/**
 * Writes a value as JSON in its schema's key order, whole or not at all; gives the path.
 *
 * @throws Error when the value does not fit the schema: then nothing is written
 */
export async function writeValid(value: unknown, schema: Schema, path: string): Promise<string> {
  const problems = problemsOf(value, schema)
  if (problems.length > 0)
    throw new Error(`${path} was not written, it would not fit its schema:\n${problems.join('\n')}`)
  await writeWhole(path, stringify(value, schema))
  return path
}
