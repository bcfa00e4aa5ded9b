import { readFile } from 'node:fs/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
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

async function compile(name: string): Promise<ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, verbose: true, allowUnionTypes: true })
  for (const [format, { fits }] of Object.entries(formats)) ajv.addFormat(format, fits)
  const file = new URL(`../schemas/${name}.schema.json`, import.meta.url)
  return ajv.compile(JSON.parse(await readFile(file, 'utf8')))
}
