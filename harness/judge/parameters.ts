import { parseSeconds, parseSize } from '../inventory/duration.ts'

/** Thresholds by name, in the unit asked for. An unknown name is a bug of the spec. */
export interface Parameters {
  seconds(name: string): number
  bytes(name: string): number
  number(name: string): number
  text(name: string): string
  words(name: string): readonly string[]
}

export type Value = string | number | readonly string[]

/** What every profile has, whether it says so or not: guards hold for all of them. */
const EVERYWHERE: Readonly<Record<string, Value>> = { 'p.evidence.max_age': '15m' }

export function parametersOf(given: Readonly<Record<string, Value>>): Parameters {
  const values = { ...EVERYWHERE, ...given }
  const value = (name: string): Value => {
    const found = values[name]
    if (found === undefined) throw new Error(`no parameter ${name}: declare it in the profile`)
    return found
  }
  const list = (name: string): readonly string[] => {
    const found = value(name)
    if (!Array.isArray(found)) throw new Error(`parameter ${name} is not a list`)
    return found
  }
  return {
    seconds: (name) => parseSeconds(String(value(name))),
    bytes: (name) => parseSize(String(value(name))),
    number: (name) => {
      const found = value(name)
      // Number() makes 0 of an empty text and of an empty list.
      const isWritten = typeof found === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(found)
      const n = typeof found === 'number' || isWritten ? Number(found) : Number.NaN
      if (!Number.isFinite(n)) throw new Error(`parameter ${name} is not a number`)
      return n
    },
    text: (name) => String(value(name)),
    words: list,
  }
}
