import { list, number, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { dataOf, labelsOf } from './answer.ts'

/** The newest sample of one series, as it was scraped. */
export interface Metric {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  /** When Prometheus took it: an instant query would say when it was asked. */
  readonly at: string
}

/**
 * The newest sample of every series of a range selector. Prometheus leaves out what it marked stale.
 *
 * @throws Unseen when the query failed, has warnings (part of it may be missing), or a value is NaN
 */
export function newestOf(answer: unknown): readonly Metric[] {
  const { warnings } = object(answer, 'the answer of Prometheus')
  if (warnings !== undefined && list(warnings, 'warnings of Prometheus').length > 0)
    throw new Unseen(
      'not understood',
      'Prometheus answered with warnings: part of it may be missing',
    )
  const { resultType, result } = dataOf(answer, 'the answer of Prometheus')
  if (resultType !== 'matrix')
    throw new Unseen('not understood', 'Prometheus answered no matrix to a range selector')
  return list(result, 'result of Prometheus').map(metricOf)
}

function metricOf(row: unknown): Metric {
  const { metric, values } = object(row, 'a series')
  const { __name__: name, ...labels } = labelsOf(metric, 'labels of a series')
  const [at, written] = list(list(values, 'values of a series').at(-1), 'a sample')
  if (!name) throw new Unseen('not understood', 'a series has no name')
  return {
    name,
    labels,
    value: sampleIn(text(written, `a sample of ${name}`), name),
    at: new Date(number(at, `time of a sample of ${name}`) * 1000).toISOString(),
  }
}

function sampleIn(written: string, name: string): number {
  if (written === '+Inf') return Number.POSITIVE_INFINITY
  if (written === '-Inf') return Number.NEGATIVE_INFINITY
  return number(written, `a sample of ${name}`)
}
