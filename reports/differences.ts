/**
 * Where two values of plain JSON differ, e.g. `[2].port: 80 → 443`: at most `most` places, in order.
 * A point in time that is another one, or how long something took, is no difference: no two looks are alike
 * in that, and who judges by it has an opinion already.
 */
export function differences(before: unknown, after: unknown, most: number): readonly string[] {
  const found: string[] = []
  compare(before, after, '', (says) => {
    found.push(says)
    return found.length < most
  })
  return found
}

/** What a thing is told by, whenever it is looked at: all of it but times, ages and amounts. */
export const identity = (thing: unknown): string =>
  JSON.stringify(thing, (key, value: unknown) => {
    if (isText(value)) return timeless(value)
    return typeof value === 'number' && (isTime(value) || AMOUNT.test(key)) ? 0 : value
  })

const AMOUNT =
  /(?:ms|seconds|minutes|hours|days|age|bytes|size|percent|share|ratio|used|free|total|count|value)$/i

/** Whether to go on. */
type Tell = (says: string) => boolean

function compare(before: unknown, after: unknown, path: string, tell: Tell): boolean {
  if (before === after) return true
  if (isTime(before) && isTime(after) && !SIZE.test(path)) return true
  if (isText(before) && isText(after) && timeless(before) === timeless(after)) return true
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return tell(`${path || 'it'}: ${short(before)} → ${short(after)}`)
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const key of keys) {
    if (isPace(key, before[key]) && isPace(key, after[key])) continue
    const place = Array.isArray(before) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    if (!compare(before[key], after[key], place, tell)) return false
  }
  return true
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isPace = (key: string, value: unknown): boolean =>
  typeof value === 'number' && /(?:Ms|PerSecond)$/.test(key)

const isText = (value: unknown): value is string => typeof value === 'string'

const TIME =
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?/g

const timeless = (text: string): string => text.replaceAll(TIME, '·')

/** Seconds or milliseconds of the years 2020 to 2034: beside them lie the sizes of common disks and memories. */
const isTime = (value: unknown): boolean =>
  typeof value === 'number' &&
  ((value > 1.577e9 && value < 2.05e9) || (value > 1.577e12 && value < 2.05e12))

/** Of a place that holds no time, whatever the number. */
const SIZE = /(?:bytes|size|memory|limit)[^.]*$/i

const SHOWN = 60

function short(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
