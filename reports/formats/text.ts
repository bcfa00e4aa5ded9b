/** How a report is laid out: nothing in it depends on the terminal it is made in. */
export interface ConsoleOptions {
  /** Width in characters; less than 60 is treated as 60. */
  readonly columns: number
  /** Whether ANSI colours may be used; the caller honours NO_COLOR. */
  readonly color: boolean
  /** Also what passes and what is not applicable. */
  readonly verbose: boolean
  /** One line per finding, and the last line. */
  readonly quiet: boolean
  /** Files that were written, as a person may open them. */
  readonly files?: readonly string[]
}

export type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'bold' | 'dim'
const CODES: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  cyan: 36,
}

export const paint = (style: Style, text: string, { color }: ConsoleOptions): string =>
  color && text !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text

const widthOf = ({ columns }: ConsoleOptions): number => Math.max(60, columns)

/** Text of the lab with what a terminal would obey made visible: control characters and changes of direction. */
export const clean = (text: string): string =>
  text.replaceAll('\t', '  ').replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Lines of at most `width` characters, broken at spaces; a longer word is cut. */
function wrap(text: string, width: number): readonly string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let rest = line.trimEnd()
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width)
    const cut = at > rest.search(/\S/) ? at : width
    lines.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return [...lines, rest]
}

/** One line, shortened to `width` with an ellipsis. */
function shorten(text: string, width: number): string {
  const line = clean(text).replaceAll('\n', ' ')
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`
}

/** A paragraph with its first line after `head` and the others below it. */
export function hang(head: string, text: string, options: ConsoleOptions): readonly string[] {
  const indent = ' '.repeat(head.length)
  return wrap(text, widthOf(options) - head.length).map((line, i) =>
    `${i === 0 ? head : indent}${line}`.trimEnd(),
  )
}

const LABEL = 14

/** A named paragraph of a finding; nothing when it is empty. */
export function field(name: string, text: string, options: ConsoleOptions): readonly string[] {
  if (text === '') return []
  const head = `    ${name}`.padEnd(LABEL)
  const [first = '', ...others] = hang(head, text, options)
  return [paint('dim', head, options) + first.slice(LABEL), ...others]
}

/** Lines of their own under a field, shortened instead of wrapped. */
export const below = (lines: readonly string[], options: ConsoleOptions): readonly string[] =>
  lines.map((line) => ' '.repeat(LABEL) + shorten(line, widthOf(options) - LABEL))

/** `1 control`, `2 controls`. */
export const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** `2026-11-21 01:38:54 UTC`. */
export const moment = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`
