import type { ErrorObject } from 'ajv'
import { didYouMean, nearest } from '../model/nearest.ts'
import { formats } from './formats.ts'
import { type Path, type Problem, written } from './position.ts'

type Shape = {
  readonly properties?: Record<string, { description?: string }>
  readonly enum?: readonly string[]
  readonly description?: string
}

/** One error of ajv in our words; undefined when another says the same. A value is repeated only where no secret belongs. */
export function explain(error: ErrorObject): Problem | undefined {
  const path = pathOf(error.instancePath)
  const shape = error.parentSchema as Shape
  const where = written(path) || 'the file'
  const value = (says: string): Problem => ({ path, at: 'value', says: `${where} ${says}` })
  const { params } = error
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(path, params.additionalProperty, Object.keys(shape.properties ?? {}))
    case 'required':
      return value(
        `has no "${params.missingProperty}"; add it: ${describe(shape, params.missingProperty)}`,
      )
    case 'type':
      return value(
        `is ${kindOf(error.data)}, not ${[params.type].flat().map(kindName).join(' or ')}; ${lead(shape.description)}`,
      )
    case 'enum':
      return value(`is ${quoted(error.data)}${choice(error.data, shape.enum ?? [])}`)
    case 'format':
      return notThatFormat(path, error)
    case 'minimum':
    case 'maximum':
      return value(
        `is ${error.data}; it must be ${params.comparison === '>=' ? 'at least' : 'at most'} ${params.limit}`,
      )
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return value(`is empty; ${lead(shape.description)}`)
    case 'uniqueItems':
      return repeated(path, where, params.i, params.j)
    case 'propertyNames':
      return undefined
    default:
      return value(`is not right (${error.keyword}); ${lead(shape.description)}`)
  }
}

function repeated(path: Path, where: string, one: number, other: number): Problem {
  const [first, second] = one < other ? [one, other] : [other, one]
  const says = `${where} holds the same value twice (items ${first} and ${second}); keep one`
  return { path: [...path, second], at: 'value', says }
}

function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const where = path.length > 0 ? ` in ${written(path)}` : ''
  return {
    path: [...path, key],
    at: 'key',
    says: `unknown key "${key}"${where}${didYouMean(key, known, 'known keys')}`,
  }
}

function notThatFormat(path: Path, error: ErrorObject): Problem {
  const format = formats[error.params.format]
  if (error.propertyName !== undefined)
    return {
      path: [...path, error.propertyName],
      at: 'key',
      says: `the key "${error.propertyName}" in ${written(path)} is ${format?.says}`,
    }
  const shown = format?.hush ? 'is' : `is ${quoted(error.data)},`
  return { path, at: 'value', says: `${written(path)} ${shown} ${format?.says}` }
}

const choice = (found: unknown, known: readonly string[]): string =>
  typeof found === 'string' && nearest(found, known).length > 0
    ? didYouMean(found, known)
    : `; it must be one of ${known.join(', ')}`

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `text of ${text.length - 2} characters` : text
}

const describe = (shape: Shape, key: string): string => lead(shape.properties?.[key]?.description)

/** The first sentence of a description, as the hint what to write. */
const lead = (description = 'see the schema'): string => {
  const sentence = /^.*?[^.][.:](?=\s|$)/.exec(description)?.[0] ?? description
  return sentence.replace(/[.:]$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

const KINDS: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
}

const kindName = (kind: string): string => KINDS[kind] ?? kind

const kindOf = (value: unknown): string =>
  kindName(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
