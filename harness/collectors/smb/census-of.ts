import type { Census } from '../../model/census.ts'

/** Answers, and sentences that say which answer is missing. One sentence makes the look incomplete, and costs no answer. */
export function censusOf<T extends object>(told: readonly (T | string)[]): Census<T> {
  const items = told.filter((one) => typeof one !== 'string')
  const gaps = [...new Set(told.filter((one) => typeof one === 'string'))]
  return gaps.length === 0
    ? { items, complete: true }
    : { items, complete: false, because: brief(gaps) }
}

const brief = (gaps: readonly string[]): string =>
  gaps.length > 3 ? `${gaps.slice(0, 3).join('; ')}; and ${gaps.length - 3} more` : gaps.join('; ')
