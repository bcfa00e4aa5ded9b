import { Unseen } from '../../model/unseen.ts'

/** What snapraid says to machines: lines `tag:value:value` of its log. Its exit status and its prose lie (see the tests). */
export class Tags {
  readonly #lines: readonly string[]

  constructor(stdout: string) {
    this.#lines = stdout.split('\n')
  }

  /** Values of every line that begins with this tag. */
  all(tag: string): readonly string[] {
    return this.#lines
      .filter((line) => line.startsWith(`${tag}:`))
      .map((line) => line.slice(tag.length + 1))
  }

  /** The first value, or undefined where this answer has no such line. */
  maybe(tag: string): string | undefined {
    return this.all(tag)[0]
  }

  /** A count that must be there. */
  count(tag: string): number {
    const value = this.maybe(tag)
    if (value === undefined || !/^\d+$/.test(value))
      throw new Unseen('not understood', `snapraid gave no ${tag}: the answer is not complete`)
    return Number(value)
  }

  /** Text of errors that ended the command early. */
  get fatal(): readonly string[] {
    return this.all('msg:fatal').map((line) => line.trim())
  }
}
