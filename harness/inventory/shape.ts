import { readdir, readFile } from 'node:fs/promises'
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { explain } from './explain.ts'
import { formats } from './formats.ts'
import type { Problem } from './position.ts'

const compiled = new Map<string, Promise<ValidateFunction>>()

/** Everything in which a value differs from one of `harness/schemas/<name>.schema.json`. */
export async function shapeProblems(
  name: 'inventory' | 'waivers',
  value: unknown,
): Promise<readonly Problem[]> {
  const known = compiled.get(name) ?? compile(name)
  compiled.set(name, known)
  const validate = await known
  validate(value)
  return (validate.errors ?? []).map(explain).filter((problem) => problem !== undefined)
}

/** Sections of a schema stand in a folder of its name, and are referred to by their path. */
async function compile(name: string): Promise<ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, verbose: true, allowUnionTypes: true })
  for (const [format, { fits }] of Object.entries(formats)) ajv.addFormat(format, fits)
  for (const file of await sectionsOf(name)) ajv.addSchema(await schemaAt(file), file)
  return ajv.compile(await schemaAt(`${name}.schema.json`))
}

const SCHEMAS = new URL('../schemas/', import.meta.url)

const schemaAt = async (file: string): Promise<AnySchemaObject> =>
  JSON.parse(await readFile(new URL(file, SCHEMAS), 'utf8'))

const sectionsOf = async (name: string): Promise<readonly string[]> =>
  (await readdir(SCHEMAS, { recursive: true })).filter((file) => file.startsWith(`${name}/`)).sort()
