import type { Run } from '../run.ts'
import { type ConsoleOptions, paint, plural } from './text.ts'

const COLUMNS = ['fail', 'unverifiable', 'waived', 'pass', 'notApplicable'] as const
const TITLES = { notApplicable: 'n/a' } as Readonly<Record<string, string>>

/** Several runs at a glance: a line a lab, and what they are together. */
export function overview(runs: readonly Run[], options: ConsoleOptions): string {
  const all = runs.reduce((sum, { summary }) => sum + totalOf(summary), 0)
  const passing = runs.reduce((sum, { summary }) => sum + summary.pass, 0)
  const told = `${plural(all, 'verdict')} on ${plural(runs.length, 'lab')}, ${passing} pass`
  if (options.quiet) return `${told}\n`
  const width = Math.max(...runs.map(({ lab }) => lab.length)) + 1
  const head = COLUMNS.map((column) => `    ${titleOf(column)}`).join('')
  return `${[
    '',
    paint('bold', told, options),
    '',
    paint('dim', ' '.repeat(width) + head, options),
    ...runs.map(({ lab, summary }) => lab.padEnd(width) + cellsOf(summary)),
  ].join('\n')}\n`
}

const titleOf = (column: string): string => TITLES[column] ?? column

const totalOf = (summary: Run['summary']): number =>
  COLUMNS.reduce((sum, column) => sum + summary[column], 0)

const cellsOf = (summary: Run['summary']): string =>
  COLUMNS.map((column) => String(summary[column] || '·').padStart(titleOf(column).length + 4)).join(
    '',
  )
