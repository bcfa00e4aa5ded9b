const KEYWORDS =
  /^(and|or|unless|by|without|on|ignoring|group_left|group_right|offset|bool|atan2|start|end|inf|nan)$/i

/** Whose disappearance an `absent()` notices. */
export interface Absence {
  readonly metric: string
  /** Labels that a series must have to count; one that lacks them can vanish unnoticed. */
  readonly labels: Readonly<Record<string, string>>
  /** Whether it asks for more than labels with one value: what it covers is not known then. */
  readonly isNarrower: boolean
}

/**
 * Metrics of a PromQL expression, and those that stand in an `absent()` of it.
 * Text, label matchers and lists of labels are no metrics; neither is a name before a bracket, a function.
 */
export function metricsIn(query: string): {
  readonly metrics: readonly string[]
  readonly absent: readonly Absence[]
} {
  const bare = query
    .replace(/#.*$/gm, '')
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
  return { metrics: namesIn(bare), absent: absencesIn(query.replace(/#.*$/gm, '')) }
}

const namesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w:.])([a-zA-Z_:][\w:]*)\b(?!\s*\()/g)]
      .map(([, name = '']) => name)
      .filter((name) => !KEYWORDS.test(name)),
  ),
]

const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/.source
const CALL = new RegExp(`${TEXT}|\\babsent(?:_over_time)?\\s*\\(((?:[^()"'\`]|${TEXT})*)\\)`, 'g')
const SELECTOR = new RegExp(`([a-zA-Z_:][\\w:]*)\\s*(?:\\{((?:[^{}"'\`]|${TEXT})*)\\})?`, 'g')
const MATCHER = new RegExp(`(\\w+)\\s*(=~|!~|!=|=)\\s*(${TEXT})`, 'g')

/** What stands between the brackets of `absent(…)` and `absent_over_time(…)`; an example in a text is none. */
const absencesIn = (query: string): readonly Absence[] =>
  [...query.matchAll(CALL)].flatMap(([, inner = '']) =>
    [...inner.replace(/\[[^\]]*\]\s*$/, '').matchAll(SELECTOR)]
      .filter(([, metric = '']) => !KEYWORDS.test(metric))
      .map(([, metric = '', matchers = '']) => absenceOf(metric, matchers)),
  )

function absenceOf(metric: string, matchers: string): Absence {
  const found = [...matchers.matchAll(MATCHER)]
  return {
    metric,
    labels: Object.fromEntries(
      found
        .filter(([, , kind]) => kind === '=')
        .map(([, label = '', , quoted = '']) => [label, quoted.slice(1, -1)]),
    ),
    isNarrower: found.some(([, , kind]) => kind !== '='),
  }
}
