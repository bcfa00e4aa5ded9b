import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** One sample of an instant vector. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  /** When it was evaluated, ISO 8601 UTC. */
  readonly at: string
}

/** The path of an instant query. */
export const query = (expression: string): string =>
  `/api/v1/query?${new URLSearchParams({ query: expression })}`

/**
 * The samples of an instant query. An empty vector is an answer: nothing matches.
 *
 * @throws Unseen when the query failed, has warnings (then part of it may be missing) or is no vector,
 * and when a sample is NaN: a value that went stale or was divided by nothing
 */
export function vector(answer: unknown): readonly Sample[] {
  const { status, warnings, data } = object(answer, 'the answer of Prometheus')
  if (status !== 'success')
    throw new Unseen(
      'not understood',
      `Prometheus answered ${text(status, 'its status')}, not success`,
    )
  if (warnings !== undefined && list(warnings, 'warnings of Prometheus').length > 0)
    throw new Unseen(
      'not understood',
      'Prometheus answered with warnings: the result may be partial',
    )
  const { resultType, result } = object(data, 'data of Prometheus')
  if (resultType !== 'vector')
    throw new Unseen(
      'not understood',
      `Prometheus answered a ${text(resultType, 'result type')}, not a vector`,
    )
  return list(result, 'result of Prometheus').map(sampleOf)
}

function sampleOf(row: unknown): Sample {
  const { metric, value } = object(row, 'a sample')
  const labels = Object.entries(object(metric, 'metric of a sample')).map(
    ([name, label]) => [name, text(label, `label ${name}`)] as const,
  )
  const [at, written] = list(value, 'value of a sample')
  return {
    labels: Object.fromEntries(labels),
    value: numberIn(text(written, 'value of a sample')),
    at: new Date(number(at, 'time of a sample') * 1000).toISOString(),
  }
}

/** Prometheus writes numbers as text, infinities as `+Inf` and `-Inf`. */
function numberIn(written: string): number {
  if (written === '+Inf') return Number.POSITIVE_INFINITY
  if (written === '-Inf') return Number.NEGATIVE_INFINITY
  return number(written, 'value of a sample')
}
