import type { Run } from '../run.ts'
import { overview } from './console-overview.ts'
import { type ConsoleOptions, moment, paint, plural } from './text.ts'

/** A report that was made of some runs. */
export interface Shelf {
  readonly runs: readonly Run[]
  /** Those before them, for the trend. */
  readonly earlier: readonly Run[]
  readonly page: string
  readonly bytes: number
  /** Where it is served, if it is. */
  readonly url?: string
  readonly exit: number
}

/** What a report shows, and where a person finds it. */
export function browsable(shelf: Shelf, options: ConsoleOptions): string {
  const { runs, page, bytes, url, exit } = shelf
  if (options.quiet) return `${[page, ...(url ? [url] : [])].join('\n')}\n`
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  const width = Math.max(...runs.map(({ lab }) => lab.length)) + 2
  return [
    ...runs.map((run) => `${run.lab.padEnd(width)}${lastSeen(run, shelf)}`),
    overview(runs, options),
    `written    ${page}, ${size}`,
    ...(url ? [`serving    ${url}`, '           until Ctrl-C'] : []),
    '',
    `${paint('bold', `exit ${exit}`, options)}\n`,
  ].join('\n')
}

function lastSeen({ lab, target, takenAt }: Run, { earlier }: Shelf): string {
  const before = earlier.filter((run) => run.lab === lab).length
  return `${moment(takenAt)} on ${target}, ${plural(before, 'earlier run')}`
}
