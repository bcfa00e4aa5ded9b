/** The words most like a mistyped one, best first, at most three; empty when none is close. */
export function nearest(word: string, words: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(word.length / 3))
  return [...new Set(words)]
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** More than these nobody reads. */
const CHOICES = 60

/** `; did you mean "a" or "b"?`, else what the choices are. */
export function didYouMean(word: string, words: Iterable<string>, choices = 'known'): string {
  const all = [...new Set(words)]
  const near = nearest(word, all)
  if (near.length > 0) return `; did you mean ${near.map((n) => `"${n}"`).join(' or ')}?`
  if (all.length === 0) return '; there are none'
  const more = all.length > CHOICES ? ` and ${all.length - CHOICES} more` : ''
  return `; ${choices}: ${all.slice(0, CHOICES).join(', ')}${more}`
}

/** Levenshtein: how many characters must be added, removed or replaced. Swapped neighbours count two. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, letter] of a.split('').entries()) {
    const line = [row + 1]
    for (const [column, other] of b.split('').entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1)
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above[b.length] ?? 0
}
