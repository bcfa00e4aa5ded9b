import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { describe, expect, test } from 'vitest'
import { inFolder } from './spoil.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const SCHEMAS = join(ROOT, 'harness/schemas')

const schemaOf = (name: string): JSONSchema =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8'))

/** Sections of the inventory by name, `storage` say: each a schema and a model of its own. */
const sections = globSync('inventory/*.schema.json', { cwd: SCHEMAS })
  .map((file) => basename(file, '.schema.json'))
  .sort()

/** The schema with its sections in it, as a reader of types wants it; types are named by their titles. */
function whole(): JSONSchema {
  const inventory = schemaOf('inventory')
  const inlined = sections.map((name) => {
    const { $schema: _, title, $defs = {}, ...section } = schemaOf(`inventory/${name}`)
    return { name, title: String(title), $defs: { ...$defs, [String(title)]: section } }
  })
  for (const { name, title, $defs } of inlined) {
    Object.assign(inventory.$defs ?? {}, $defs)
    Object.assign(inventory.properties ?? {}, { [name]: { $ref: `#/$defs/${title}` } })
  }
  return inventory
}

/** Where the model has the type of that name. */
const homeOf = (type: string): string => {
  const section = sections.find((name) => {
    const { title, $defs = {} } = schemaOf(`inventory/${name}`)
    return title === type || type in $defs
  })
  return `${ROOT}harness/model/inventory${section ? `/${section}` : ''}.ts`
}

/** Exact equality of two types, but for `readonly`: an optional or an extra member on either side counts. */
const EQUAL = `
type Plain<T> = T extends readonly (infer U)[] ? Plain<U>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T
type Equal<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false
`

/** The types of the schemas that are not the model's, by name; any other complaint of the compiler as it is. */
async function drift(inventory: JSONSchema, waivers: JSONSchema): Promise<readonly string[]> {
  const options = { bannerComment: '', ignoreMinAndMaxItems: true, strictIndexSignatures: false }
  const names = Object.keys(inventory.$defs ?? {}).concat('Inventory')
  const check = `
import type * as Schema from './inventory.ts'
import type { WaiverEntry } from './waivers.ts'
${sections.map((name) => `import '${ROOT}harness/model/inventory/${name}.ts'`).join('\n')}
import type { Waiver } from '${ROOT}harness/model/waiver.ts'
${EQUAL}
type Read = Omit<WaiverEntry, 'accepted-by'> & { acceptedBy: WaiverEntry['accepted-by'] }
export const isWaiver: Equal<Read, Waiver> = true
${names.map((name) => `export const is${name}: Equal<Schema.${name}, import('${homeOf(name)}').${name}> = true`).join('\n')}
`
  const files = {
    'inventory.ts': await compile(structuredClone(inventory), 'Inventory', options),
    'waivers.ts': await compile(structuredClone(waivers), 'Waivers', options),
    'check.ts': check,
  }
  const told = await inFolder(files, (folder) => typeCheck(join(folder, 'check.ts')))
  return told.split('\n').flatMap((line) => {
    const at = /check\.ts\((\d+),\d+\): error TS2322/.exec(line)?.[1]
    const name = /const is(\w+)/.exec(check.split('\n')[Number(at) - 1] ?? '')?.[1]
    return line === '' ? [] : [name ?? line]
  })
}

function typeCheck(file: string): Promise<string> {
  const flags =
    '--noEmit --strict --exactOptionalPropertyTypes --allowImportingTsExtensions --ignoreConfig --types'.split(
      ' ',
    )
  const args = [...flags, '', '--module', 'nodenext', '--target', 'es2024', file]
  return new Promise((resolve) => {
    execFile(join(ROOT, 'node_modules/.bin/tsc'), args, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
}

describe('the schemas and the model say the same', () => {
  const waivers = schemaOf('waivers')

  test("every type of the schema is the model's of that name", { timeout: 60_000 }, async () => {
    expect(await drift(whole(), waivers)).toEqual([])
  })

  test('a member more, one that is no longer required and a word less are all noticed', {
    timeout: 60_000,
  }, async () => {
    const schema = whole()
    const { Disk, Guest, Gpu } = schema.$defs ?? {}
    Disk.properties.colour = { type: 'string' }
    Guest.required = ['vmid', 'name', 'type']
    Gpu.properties.uuid.type = 'number'
    expect((await drift(schema, waivers)).toSorted()).toEqual([
      'Disk',
      'Gpu',
      'Guest',
      'Inventory',
      'Storage',
    ])
  })
})

type Described = JSONSchema & { readonly $ref?: string }

/** Every member of every object, with its path. */
function members(schema: Described, path: string): readonly [path: string, schema: Described][] {
  const own = Object.entries(schema.properties ?? {}) as [string, Described][]
  const inside = [schema.items, schema.additionalProperties].filter(
    (s) => typeof s === 'object',
  ) as Described[]
  return [
    ...own.map(([key, member]): [string, Described] => [`${path}.${key}`, member]),
    ...own.flatMap(([key, member]) => members(member, `${path}.${key}`)),
    ...inside.flatMap((member) => members(member, `${path}[]`)),
  ]
}

const schemas = ['inventory', 'waivers', ...sections.map((name) => `inventory/${name}`)]

describe.each(schemas)('the %s schema is for people', (name) => {
  const schema = schemaOf(name)
  const objects = [schema, ...Object.values(schema.$defs ?? {})] as Described[]

  test('every member is described, or is one of a described kind', () => {
    const silent = objects
      .flatMap((object) => members(object, String(object.title ?? '')))
      .filter(([, { description, $ref }]) => !description && !$ref)
    expect(silent).toEqual([])
    expect(objects.filter(({ description }) => !description)).toEqual([])
  })

  test('every object knows all of its keys', () => {
    const open = objects.filter(
      ({ type, additionalProperties }) => type === 'object' && additionalProperties !== false,
    )
    expect(open).toEqual([])
  })

  test('what may be left out says what holds then', () => {
    const vague = objects.flatMap(({ properties = {}, required = [] }) =>
      Object.entries(properties)
        .filter(([key]) => !(required as readonly string[]).includes(key))
        .filter(
          ([, member]) => !member.$ref && !/Default|[Ww]ithout/.test(String(member.description)),
        )
        .map(([key]) => key),
    )
    expect(vague.filter((key) => !['people'].includes(key))).toEqual([])
  })
})
