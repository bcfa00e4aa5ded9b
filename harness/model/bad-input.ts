/** What a person gave us cannot be used: arguments, inventory, waivers or snapshot. The CLI prints it and exits 4. */
export class BadInput extends Error {
  override name = 'BadInput'
  /** One line each: `file:line:column: what, and what to do`. Never holds a secret. */
  readonly problems: readonly string[]

  constructor(problems: string | readonly string[]) {
    const lines = typeof problems === 'string' ? [problems] : problems
    super(lines.join('\n'))
    this.problems = lines
  }
}
