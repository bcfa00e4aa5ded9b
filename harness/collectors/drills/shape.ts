import { flag, list, number, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/** Reads one member of an object that the suite wrote; what is missing or has another form is not understood. */
export interface Shape {
  text(name: string): string
  /** Not negative. */
  amount(name: string): number
  flag(name: string): boolean
  /** ISO 8601 with a time zone. */
  moment(name: string): string
  words(name: string): readonly string[]
  one<T extends string>(name: string, of: readonly T[]): T
  has(name: string): boolean
  part(name: string): Shape
  parts(name: string): readonly Shape[]
  readonly members: readonly string[]
}

export function shapeOf(value: unknown, where: string): Shape {
  const of = object(value, where)
  const at = (name: string) => `${name} of ${where}`
  const shape: Shape = {
    text: (name) => text(of[name], at(name)),
    amount: (name) => amount(of[name], at(name)),
    flag: (name) => flag(of[name], at(name)),
    moment: (name) => moment(of[name], at(name)),
    words: (name) => list(of[name], at(name)).map((word) => text(word, `a member of ${at(name)}`)),
    one: (name, known) => {
      const found = known.find((word) => word === of[name])
      if (found === undefined)
        throw new Unseen('not understood', `${at(name)} is none of ${known.join(', ')}`)
      return found
    },
    has: (name) => of[name] !== undefined,
    part: (name) => shapeOf(of[name], at(name)),
    parts: (name) => list(of[name], at(name)).map((one) => shapeOf(one, `a member of ${at(name)}`)),
    members: Object.keys(of),
  }
  return shape
}

function amount(value: unknown, what: string): number {
  const found = typeof value === 'number' ? number(value, what) : Number.NaN
  if (!(found >= 0)) throw new Unseen('not understood', `${what} is no number from 0 up`)
  return found
}

function moment(value: unknown, what: string): string {
  const found = text(value, what)
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(found) || Number.isNaN(Date.parse(found)))
    throw new Unseen('not understood', `${what} is no moment such as 2026-11-21T01:02:03Z`)
  return found
}
