import { Unseen } from '../../model/unseen.ts'

/** The properties of one unit as `systemctl show` prints them; a property printed several times is a list. */
export class Block {
  readonly #lines: ReadonlyMap<string, readonly string[]>
  readonly #what: string

  constructor(lines: ReadonlyMap<string, readonly string[]>, what: string) {
    this.#lines = lines
    this.#what = what
  }

  /** Every value of a property; none when it was not printed. */
  all(property: string): readonly string[] {
    return this.#lines.get(property) ?? []
  }

  /** The value of a property, empty when it is set to nothing. */
  text(property: string): string {
    const [value] = this.all(property)
    if (value === undefined) throw notUnderstood(`${this.#what} has no ${property}`)
    return value
  }

  /** The value, or undefined where systemd leaves out what it does not have. */
  maybe(property: string): string | undefined {
    return this.all(property)[0] || undefined
  }

  words(property: string): readonly string[] {
    return this.text(property).split(' ').filter(Boolean)
  }

  isYes(property: string): boolean {
    const value = this.text(property)
    if (value !== 'yes' && value !== 'no')
      throw notUnderstood(`${property} of ${this.#what} is neither yes nor no`)
    return value === 'yes'
  }

  count(property: string): number {
    const value = this.text(property)
    if (!/^\d+$/.test(value)) throw notUnderstood(`${property} of ${this.#what} is no number`)
    return Number(value)
  }

  /** A timestamp as systemd prints it with TZ=UTC, e.g. `Sat 2026-11-21 03:00:00 UTC`, as ISO 8601; undefined when it never happened. */
  at(property: string): string | undefined {
    const value = this.text(property)
    if (value === '' || value === 'n/a' || value === '0') return undefined
    const found = /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(value)
    if (!found) throw notUnderstood(`${property} of ${this.#what} is no timestamp in UTC`)
    return `${found[1]}T${found[2]}Z`
  }
}

/**
 * Splits the answer of `systemctl show <units> -p Id,…`: one block per unit, an empty line between two.
 *
 * @throws Unseen when a line is no `Property=value`, or a block does not say whose it is
 */
export function blocksOf(stdout: string): readonly Block[] {
  return stdout
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter(Boolean))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const values = new Map<string, string[]>()
      for (const line of lines) {
        const [, property, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? []
        if (property === undefined || value === undefined)
          throw notUnderstood('systemctl show printed a line that is no Property=value')
        values.set(property, [...(values.get(property) ?? []), value])
      }
      const [id] = values.get('Id') ?? []
      if (!id) throw notUnderstood('systemctl show printed a unit without its Id')
      return new Block(values, id)
    })
}

const notUnderstood = (sentence: string): Unseen => new Unseen('not understood', sentence)
