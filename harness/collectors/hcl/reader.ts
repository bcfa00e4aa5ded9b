import { Unseen } from '../../model/unseen.ts'

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** A place in a text, and what can be taken from there. */
export class Reader {
  readonly #text: string
  readonly #file: string
  #at = 0

  constructor(text: string, file: string) {
    this.#text = text
    this.#file = file
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  problem(what: string): Unseen {
    const line = this.#text.slice(0, this.#at).split('\n').length
    return new Unseen('not understood', `${this.#file}:${line}: ${what}`)
  }

  sees(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at)
  }

  takes(mark: string): boolean {
    const found = this.sees(mark)
    if (found) this.#at += mark.length
    return found
  }

  /** Blanks, line ends and comments. */
  blanks(): void {
    while (this.#match(/[\s]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y) !== undefined);
  }

  /** Blanks within the line. */
  spaces(): void {
    this.#match(/[ \t]+/y)
  }

  word(): string | undefined {
    return this.#match(/[A-Za-z_][\w-]*/y)
  }

  /** A string without anything computed, as its text. */
  quoted(): string | undefined {
    return this.#match(/"(?:[^"\\\n]|\\.)*"/y)?.slice(1, -1)
  }

  /** Everything up to the end of the line, or to the comma or bracket that ends the value. */
  expression(): string {
    const start = this.#at
    const open: string[] = []
    for (;;) {
      if (this.isAtEnd) {
        if (open.length > 0) throw this.problem('a bracket that does not close')
        break
      }
      if (open.length === 0 && this.#match(/(?=[\n,})\]]|#|\/\/)/y) !== undefined) break
      this.#piece(open)
    }
    const found = this.#text.slice(start, this.#at).trim()
    if (found === '') throw this.problem('an attribute without a value')
    return found
  }

  #piece(open: string[]): void {
    if (this.sees('"')) {
      this.#template()
      return
    }
    const [, word] = this.#exec(/<<-?([A-Za-z_]\w*)\r?\n/y) ?? []
    if (word !== undefined) {
      if (!this.#exec(new RegExp(`[\\s\\S]*?^[ \\t]*${word}(?=\\r?$)`, 'my')))
        throw this.problem(`a text ${word} that does not end`)
      return
    }
    if (this.#match(/#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y) !== undefined) return
    const mark = this.#text[this.#at++] ?? ''
    if (CLOSES[mark]) open.push(CLOSES[mark])
    else if (/[)\]}]/.test(mark) && open.pop() !== mark) throw this.problem(`a stray ${mark}`)
  }

  /** A string with whatever it computes inside. */
  #template(): void {
    this.#at++
    for (;;) {
      if (this.#match(/(?:[^"\\$%\n]|\\.|[$%](?!\{)|\$\$\{|%%\{)+/y) !== undefined) continue
      if (this.takes('"')) return
      if (!this.takes('${') && !this.takes('%{')) throw this.problem('a string that does not end')
      const open = ['}']
      while (open.length > 0) {
        if (this.isAtEnd) throw this.problem('a string that does not end')
        this.#piece(open)
      }
    }
  }

  #match(pattern: RegExp): string | undefined {
    return this.#exec(pattern)?.[0]
  }

  #exec(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at += found[0].length
    return found ?? undefined
  }
}
