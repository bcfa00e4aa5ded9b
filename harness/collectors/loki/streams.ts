import { list, number, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { labelsOf } from '../prometheus/answer.ts'

/** A line of a log, as Loki kept it. */
export interface LogLine {
  readonly labels: Readonly<Record<string, string>>
  readonly at: string
  readonly line: string
}

/** Lines that one answer may hold: as many, and there may be more. */
const LIMIT = 5000

/** The path of a look back, e.g. `linesOf('{job="nginx"}', '24h')`. */
export const linesPath = (query: string, since: string): string =>
  `/loki/api/v1/query_range?${new URLSearchParams({ query, since, limit: String(LIMIT) })}`

/**
 * The lines of an answer, the oldest first.
 *
 * @throws Unseen when it is no success, no streams, or as long as it may be
 */
export function linesIn(answer: unknown): readonly LogLine[] {
  const { status, data } = object(answer, 'the answer of Loki')
  if (status !== 'success')
    throw new Unseen('not understood', `Loki answered ${text(status, 'its status')}, not success`)
  const { resultType, result } = object(data, 'data of Loki')
  if (resultType !== 'streams')
    throw new Unseen('not understood', 'Loki answered no streams to a look at lines')
  const lines = list(result, 'result of Loki').flatMap((value) => {
    const { stream, values } = object(value, 'a stream')
    const labels = labelsOf(stream, 'labels of a stream')
    return list(values, 'values of a stream').map((entry) => {
      const [at, line] = list(entry, 'a line')
      return {
        labels,
        at: new Date(Math.floor(number(at, 'time of a line') / 1e6)).toISOString(),
        line: text(line, 'a line'),
      }
    })
  })
  if (lines.length >= LIMIT)
    throw new Unseen('too large', `Loki holds more than ${LIMIT} lines of what was asked`)
  return lines.sort((a, b) => (a.at < b.at ? -1 : 1))
}
