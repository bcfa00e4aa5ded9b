import { text } from '../../model/parse.ts'
import { part, rows, textsByName, words } from './parts.ts'

/** Which objects are meant, by their labels. Without a term it means all of them. */
export interface Selector {
  readonly labels: Readonly<Record<string, string>>
  readonly terms: readonly {
    readonly key: string
    /** `In`, `NotIn`, `Exists`, `DoesNotExist`. */
    readonly operator: string
    readonly values: readonly string[]
  }[]
}

export function selectorOf(value: unknown, what: string): Selector {
  const selector = part(value, what)
  return {
    labels: textsByName(selector.matchLabels, `matchLabels of ${what}`),
    terms: rows(selector.matchExpressions, `matchExpressions of ${what}`).map((row) => ({
      key: text(row.key, `key of ${what}`),
      operator: text(row.operator, `operator of ${what}`),
      values: words(row.values, `values of ${what}`),
    })),
  }
}
