import { Unseen } from '../../model/unseen.ts'

/**
 * Rows of an aligned table: cells by the title of their column. Titles may hold a blank, columns are two or more apart.
 *
 * @throws Unseen when a title that is needed is missing
 */
export function tableOf(
  said: string,
  needed: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = said.split('\n').filter((line) => line.trim() !== '')
  const titles = [...head.matchAll(/\S+(?: \S+)*/g)].map((found) => ({
    title: found[0],
    at: found.index,
  }))
  const missing = needed.find((wanted) => !titles.some(({ title }) => title === wanted))
  if (missing) throw new Unseen('not understood', `a table of talosctl has no column ${missing}`)
  return lines.map((line) =>
    Object.fromEntries(
      titles.map(({ title, at }, index) => [title, line.slice(at, titles[index + 1]?.at).trim()]),
    ),
  )
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }

/** Bytes of `6.0 MB`, as precise as it is written. */
export function bytesOf(said: string, what: string): number {
  const [, amount, unit = ''] = /^([\d.]+) ?([kMGT]?B)/.exec(said) ?? []
  const factor = UNITS[unit]
  if (amount === undefined || factor === undefined)
    throw new Unseen('not understood', `${what} is no size`)
  return Math.round(Number(amount) * factor)
}
