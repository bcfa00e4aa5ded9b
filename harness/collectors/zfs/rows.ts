import { Unseen } from '../../model/unseen.ts'

/** Lines of `zfs list -H` and its like: columns with tabs between them, exactly so many. */
export const rowsOf = (text: string, columns: number, what: string): readonly string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      if (cells.length !== columns)
        throw new Unseen('not understood', `a line of ${what} has ${cells.length} columns`)
      return cells
    })

/** A number as `-p` prints it: digits, and nothing else. */
export function count(value: string | undefined, what: string): number {
  if (value === undefined || !/^\d+$/.test(value))
    throw new Unseen('not understood', `the ${what} is no number`)
  return Number(value)
}

/** Seconds since 1970 as ISO 8601. */
export const moment = (value: string | undefined, what: string): string =>
  new Date(count(value, what) * 1000).toISOString()

const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E']

/** Bytes, exact or rounded for people, e.g. `1.48G`, as ZFS in user space prints them. */
export function bytes(value: string | undefined, what: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([KMGTPE])$/.exec(value ?? '') ?? []
  return number === undefined
    ? count(value, what)
    : Math.round(Number(number) * 1024 ** UNITS.indexOf(unit))
}
