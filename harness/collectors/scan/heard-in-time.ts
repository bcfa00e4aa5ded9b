import type { Census } from '../../model/census.ts'
import { RAN_OUT } from '../../model/probe.ts'

/**
 * The answers that came in time. Who took the connection and said nothing, or not all, has neither answered nor
 * refused: he is left out, and the census says so. `isEnough` names those of which the beginning is enough.
 */
export function heardInTime<Answer extends { readonly url: string; readonly error?: string }>(
  answers: readonly Answer[],
  isEnough: (answer: Answer) => boolean = () => false,
): Census<Answer> {
  const late = answers.filter((answer) => answer.error === RAN_OUT && !isEnough(answer))
  const items = answers.filter((answer) => !late.includes(answer))
  return late.length === 0
    ? { items, complete: true }
    : { items, complete: false, because: `${late.map(({ url }) => url).join(', ')}: ${RAN_OUT}` }
}
