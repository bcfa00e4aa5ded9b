import { createHash } from 'node:crypto'
import type { Evidence, Fact } from '../model/fact.ts'
import type { HostFacts, LabFacts, VantageFacts } from '../model/facts.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { Unseen } from '../model/unseen.ts'

/** A file that says what somebody means to change. */
export interface ChangeFile {
  /** As the user named it. */
  readonly path: string
  readonly text: string
}

type AnyFacts = HostFacts & VantageFacts & LabFacts

/**
 * What a lab would be after a change: a snapshot whose facts are revised one by one. A fact that the
 * change makes unknowable becomes unknown; one that nobody could observe before stays so.
 */
export class Prediction {
  readonly #facts: Map<string, Fact>
  readonly #touched = new Set<string>()
  readonly #before: Snapshot
  /** What no file can show and was taken for granted, a sentence each. */
  readonly assumed = new Set<string>()
  /** What the files say that no fact is about, a phrase each. */
  readonly ignored = new Set<string>()

  constructor(before: Snapshot) {
    this.#before = before
    this.#facts = new Map(Object.entries(before.facts))
  }

  get inventory() {
    return this.#before.inventory
  }

  get takenAt() {
    return this.#before.takenAt
  }

  /** The fact as predicted so far; undefined where nobody collects it, or nobody could see it. */
  value<Name extends keyof AnyFacts>(fact: Name, subject: string): AnyFacts[Name] | undefined {
    const found = this.#facts.get(`${fact}@${subject}`)
    return found?.known ? (found.value as AnyFacts[Name]) : undefined
  }

  /** The fact as it is now, before any change. */
  before<Name extends keyof AnyFacts>(fact: Name, subject: string): AnyFacts[Name] | undefined {
    const found = this.#before.facts[`${fact}@${subject}`]
    return found?.known ? (found.value as AnyFacts[Name]) : undefined
  }

  /** Revises one fact by what `file` says at `ask`. `change` throws {@link Unseen} for what only the change itself will show. */
  revise<Name extends keyof AnyFacts>(
    fact: Name,
    subject: string,
    from: { readonly file: ChangeFile; readonly ask: string },
    change: (value: AnyFacts[Name]) => AnyFacts[Name],
  ): void {
    const key = `${fact}@${subject}`
    const before = this.#facts.get(key)
    // Touched even where nobody collects it: whoever reads it must not stay sure.
    this.#touched.add(key)
    if (!before?.known) return
    const evidence = [...before.evidence, evidenceOf(from, this.takenAt)]
    try {
      const value = change(structuredClone(before.value) as AnyFacts[Name])
      this.#facts.set(key, { known: true, value, evidence })
    } catch (error) {
      if (!(error instanceof Unseen)) throw error
      const { path: source } = from.file
      const because = `${source}: ${error.message}`
      const { reason } = error
      this.#facts.set(key, { known: false, reason, because, source, ask: from.ask, evidence })
    }
  }

  /** Keys of the facts that the change is about. */
  get touched(): ReadonlySet<string> {
    return this.#touched
  }

  get after(): Snapshot {
    const facts = Object.fromEntries([...this.#facts].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { ...this.#before, facts }
  }
}

function evidenceOf(
  { file, ask }: { readonly file: ChangeFile; readonly ask: string },
  takenAt: string,
): Evidence {
  const digest = createHash('sha256').update(file.text).digest('hex')
  return { source: file.path, ask, takenAt, tookMs: 0, digest, reality: 'predicted' }
}
