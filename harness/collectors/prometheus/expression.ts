const KEYWORDS =
  /^(and|or|unless|by|without|on|ignoring|group_left|group_right|offset|bool|atan2|start|end|inf|nan)$/i

/**
 * Metrics of a PromQL expression, and those that stand in an `absent()` of it.
 * Text, label matchers and lists of labels are no metrics; neither is a name before a bracket, a function.
 */
export function metricsIn(query: string): {
  readonly metrics: readonly string[]
  readonly absent: readonly string[]
} {
  const bare = query
    .replace(/#.*$/gm, '')
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
  return { metrics: namesIn(bare), absent: namesIn(argumentsOf(bare)) }
}

const namesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w:.])([a-zA-Z_:][\w:]*)\b(?!\s*\()/g)]
      .map(([, name = '']) => name)
      .filter((name) => !KEYWORDS.test(name)),
  ),
]

/** What stands between the brackets of `absent(…)` and `absent_over_time(…)`. */
const argumentsOf = (text: string): string =>
  [...text.matchAll(/\babsent(?:_over_time)?\s*\(([^()]*)\)/g)]
    .map(([, inner = '']) => inner)
    .join(' ')
