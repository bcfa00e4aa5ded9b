import { list, number, object } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/** Rows of a search; all of them, or not understood: OPNsense pages. */
export function rowsOf(
  answer: unknown,
  path: string,
): readonly Readonly<Record<string, unknown>>[] {
  const { rows, total } = object(answer, `the answer to ${path}`)
  const found = list(rows, `rows of ${path}`).map((row) => object(row, `a row of ${path}`))
  if (total !== undefined && number(total, `total of ${path}`) > found.length)
    throw new Unseen('cut short', `${path} has more rows than it showed`)
  return found
}

/** A yes or no as OPNsense writes it. */
export const isOn = (value: unknown): boolean => value === '1' || value === 1 || value === true
