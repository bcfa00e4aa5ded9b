import { Unseen } from '../../model/unseen.ts'

/** A directive of nginx: its words, and what stands in its braces. */
export interface Directive {
  readonly name: string
  readonly words: readonly string[]
  readonly inside: readonly Directive[]
}

const TOKEN =
  /\s+|#[^\n]*|([{};])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^\s{};"'#\\]|\\.|\$\{\w+\})+)/gy

/**
 * Directives of a configuration as `nginx -T` prints it, files one after another.
 *
 * @throws Unseen when braces do not close, or something stands there that is no word
 */
export function directivesOf(text: string): readonly Directive[] {
  const stack: { words: string[]; inside: Directive[] }[] = [{ words: [], inside: [] }]
  let words: string[] = []
  let at = 0
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    at = TOKEN.lastIndex
    const [, mark, double, single, bare] = found
    const word = double ?? single ?? bare
    if (word !== undefined) words.push(word)
    else if (mark === '{') {
      stack.push({ words, inside: [] })
      words = []
    } else if (mark !== undefined) words = close(mark, words, stack)
  }
  if (at !== text.length || stack.length !== 1 || words.length > 0)
    throw new Unseen('not understood', 'the configuration of nginx does not come to its end')
  return stack[0]?.inside ?? []
}

function close(
  mark: string,
  words: string[],
  stack: { words: string[]; inside: Directive[] }[],
): string[] {
  const here = stack.at(-1)
  if (mark === ';') {
    const [name = '', ...rest] = words
    here?.inside.push({ name, words: rest, inside: [] })
    return []
  }
  const done = stack.pop()
  const above = stack.at(-1)
  if (!done || !above || words.length > 0)
    throw new Unseen('not understood', 'the configuration of nginx closes a brace too many')
  const [name = '', ...rest] = done.words
  above.inside.push({ name, words: rest, inside: done.inside })
  return []
}
