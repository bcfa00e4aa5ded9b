import { formsOf } from './forms.ts'
import { mask } from './masks.ts'

const HIDDEN = '***'
const SHORTEST = 6

/** Whether a secret is too short to be found again without hiding innocent text. */
export const isTooShort = (secret: string): boolean => secret.length < SHORTEST

/** A member of this name with text in it holds a secret, whatever the text looks like. */
const SECRET_MEMBER =
  /(?:^|[_-])(?:password|passwd|passphrase|secret|token|api[_-]?key|auth[_-]?key|private[_-]?key)$|[a-z](?:Password|Passphrase|Secret|Token|ApiKey|AuthKey|PrivateKey)$/

/**
 * Knows every secret of a run and takes it out of texts and values: as it is, in Base64, URL and JSON
 * encoding, and whatever looks like a secret that nobody told it about.
 */
export class Redactor {
  readonly #forms = new Set<string>()

  /** Keeps a secret out of everything from now on. Throws when it has fewer than 6 characters: half of every report would be hidden. */
  remember(secret: string): void {
    if (isTooShort(secret))
      throw new Error('a secret of fewer than 6 characters cannot be redacted')
    for (const form of formsOf(secret, SHORTEST)) this.#forms.add(form)
  }

  /** The text with `***` in place of every secret. */
  redact(text: string): string {
    if (text.length < SHORTEST) return text
    return mask(this.#withoutKnown(text))
  }

  /** A copy of a JSON value, keys included; no member is lost when two keys become alike. */
  redactJson<T>(value: T): T {
    return this.#json(value, '') as T
  }

  #json(value: unknown, member: string): unknown {
    if (typeof value === 'string')
      return value !== '' && SECRET_MEMBER.test(member) ? HIDDEN : this.redact(value)
    if (typeof value === 'number') return this.#forms.has(String(value)) ? HIDDEN : value
    if (Array.isArray(value)) return value.map((item) => this.#json(item, member))
    if (typeof value !== 'object' || value === null) return value
    const copy: Record<string, unknown> = Object.create(null)
    for (const [key, item] of Object.entries(value)) {
      const shown = this.redact(key)
      copy[shown in copy ? `${shown} (${Object.keys(copy).length})` : shown] = this.#json(item, key)
    }
    return Object.fromEntries(Object.entries(copy))
  }

  /** Finds every place of every form first, so that secrets that overlap are both hidden whole. */
  #withoutKnown(text: string): string {
    const places: [start: number, end: number][] = []
    for (const form of this.#forms)
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
        places.push([at, at + form.length])
    if (places.length === 0) return text
    places.sort((a, b) => a[0] - b[0])
    const kept: string[] = []
    let done = 0
    for (const [start, end] of places) {
      if (start >= done) kept.push(text.slice(done, start), HIDDEN)
      done = Math.max(done, end)
    }
    return kept.join('') + text.slice(done)
  }
}
