import { Unseen } from './unseen.ts'

/** Parses JSON. The error names the source and the length only: V8's own message quotes the input, which may hold a secret. */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unseen('not understood', `${source}: ${text.length} characters that are not JSON`)
  }
}

type Shape = { readonly [member: string]: unknown }

/** The value as an object, or not understood. */
export function object(value: unknown, what: string): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unseen('not understood', `${what} is ${kindOf(value)}, not an object`)
  return value as Shape
}

/** The value as a list, or not understood. An absent list is not an empty one. */
export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value))
    throw new Unseen('not understood', `${what} is ${kindOf(value)}, not a list`)
  return value
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string')
    throw new Unseen('not understood', `${what} is ${kindOf(value)}, not text`)
  return value
}

/** A finite number; digits in a string count, as many APIs write numbers so. */
export function number(value: unknown, what: string): number {
  const n = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof n !== 'number' || !Number.isFinite(n))
    throw new Unseen('not understood', `${what} is ${kindOf(value)}, not a number`)
  return n
}

/** True or false, also as the 0/1 and "0"/"1" that some APIs write. */
export function flag(value: unknown, what: string): boolean {
  if (value === true || value === 1 || value === '1') return true
  if (value === false || value === 0 || value === '0') return false
  throw new Unseen('not understood', `${what} is ${kindOf(value)}, not a yes or no`)
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
