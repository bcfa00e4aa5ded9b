import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

type Shape = Readonly<Record<string, unknown>>

/** One resource of a plan: what it would be, and which of that is known only after apply. */
export class Planned {
  readonly address: string
  readonly type: string
  readonly actions: readonly string[]
  readonly #before: Shape
  readonly #after: Shape
  readonly #unknown: unknown

  private constructor(row: Shape) {
    const about = object(row.change, 'change of a resource')
    this.address = text(row.address, 'address of a resource')
    this.type = text(row.type, `type of ${this.address}`)
    this.actions = list(about.actions, `actions of ${this.address}`).map((action) =>
      text(action, `an action of ${this.address}`),
    )
    this.#before = about.before === null ? {} : object(about.before, `before of ${this.address}`)
    this.#after = about.after === null ? {} : object(about.after, `after of ${this.address}`)
    this.#unknown = about.after_unknown
  }

  static of(row: Shape): Planned {
    return new Planned(row)
  }

  get isChange(): boolean {
    return this.actions.some((action) => action !== 'no-op' && action !== 'read')
  }

  get isGone(): boolean {
    return this.actions.join() === 'delete'
  }

  get isNew(): boolean {
    return this.actions.includes('create')
  }

  /** Whether anything at this attribute would be other than it is. */
  changes(attribute: string): boolean {
    const differs =
      JSON.stringify(this.#before[attribute]) !== JSON.stringify(this.#after[attribute])
    return differs || JSON.stringify(member(this.#unknown, attribute) ?? false) !== 'false'
  }

  /**
   * The value after apply; undefined where the resource says nothing.
   *
   * @throws Unseen when it is known only after apply
   */
  after(...path: readonly (string | number)[]): unknown {
    let value: unknown = this.#after
    let unknown = this.#unknown
    for (const step of path) {
      unknown = member(unknown, step)
      if (unknown === true)
        throw new Unseen(
          'not asked',
          `${path.join('.')} of ${this.address} is known only after apply`,
        )
      value = member(value, step)
    }
    return value ?? undefined
  }

  /** Names of all attributes, before or after. */
  get attributes(): readonly string[] {
    const unknown = typeof this.#unknown === 'object' ? this.#unknown : undefined
    const named = [this.#before, this.#after, unknown ?? {}].flatMap((one) => Object.keys(one))
    return [...new Set(named)].sort()
  }

  /** What was there before; undefined for a resource that is new. */
  before(attribute: string): unknown {
    return this.#before[attribute] ?? undefined
  }

  /** How many blocks of this name there would be. */
  count(block: string): number {
    const found = this.after(block)
    return Array.isArray(found) ? found.length : 0
  }
}

const member = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[step]
    : undefined
