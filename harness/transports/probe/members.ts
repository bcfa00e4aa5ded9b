import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

type Members = { readonly [member: string]: unknown }

/** An object with no members but these. */
export function members(value: unknown, what: string, known: readonly string[]): Members {
  const shape = object(value, what)
  const strange = Object.keys(shape).find((member) => !known.includes(member))
  if (strange !== undefined)
    throw new Unseen('not understood', `${what} has a member that no probe writes`)
  return shape
}

/** The named members that are there, each read by `read`. */
export function optional<Name extends string, Value>(
  of: Members,
  names: readonly Name[],
  read: (value: unknown, what: string) => Value,
): { readonly [Each in Name]?: Value } {
  const there = names.filter((name) => of[name] !== undefined)
  const entries = there.map((name) => [name, read(of[name], name)])
  return Object.fromEntries(entries) as { readonly [Each in Name]?: Value }
}

/** A whole number, 0 or more; digits in a string do not count. */
export function counting(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new Unseen('not understood', `${what} is no whole number`)
  return value
}

export function texts(value: unknown, what: string): readonly string[] {
  return list(value, what).map((one) => text(one, what))
}

export function oneOf<Word extends string>(
  words: readonly Word[],
  value: unknown,
  what: string,
): Word {
  const word = words.find((one) => one === value)
  if (word === undefined)
    throw new Unseen('not understood', `${what} is none of ${words.join(', ')}`)
  return word
}

/** A time in ISO 8601, UTC. */
export function isoTime(value: unknown, what: string): string {
  const at = text(value, what)
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at)))
    throw new Unseen('not understood', `${what} is no time in ISO 8601`)
  return at
}
