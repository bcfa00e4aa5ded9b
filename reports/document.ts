import { readFile } from 'node:fs/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { BadInput } from '../harness/model/bad-input.ts'
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

/**
 * Reads a value that {@link writeValid} wrote; undefined when there is no such file.
 *
 * @param what what it should be and what to do otherwise, e.g. `no proof: run \`plumb prove\` again`
 * @throws BadInput saying why it cannot be used: a file that is there and says nothing is not one that is not there
 */
export async function readValid(path: string, schema: Schema, what: string): Promise<unknown> {
  const bad = (why: string) => new BadInput(`${path}: ${why}: is ${what}`)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw bad(`cannot be read (${error.code})`)
  })
  if (text === undefined) return undefined
  const value = parsed(text)
  if (value === undefined) throw bad('not JSON')
  const [first] = problemsOf(value, schema)
  if (first !== undefined) throw bad(first)
  return value
}

/** Undefined is nothing that JSON can say. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
