import type { Views } from './judge/views.ts'

export type Impact = 'low' | 'medium' | 'high' | 'critical'
export type Strength = 'must' | 'target' | 'optional' | 'future'

/** What a control says about itself. Everything here ends up in the report. */
export interface About {
  /** Number of the statement in the profile's `document.md`, e.g. `ZT-27`; the spec's folder is the slug of its heading. */
  readonly statement: string
  /** How bad it is when this fails. */
  readonly impact: Impact
  /** How firmly the document says it; default `must`. */
  readonly strength?: Strength
  /** What sort of claim it is, e.g. `exposure`, `storage`, `recovery`. */
  readonly kind: string
  /** NIST SP 800-53 r5 controls and CIS v8 safeguards, e.g. `['SC-7', 'CIS-4.4']`. */
  readonly standards: readonly string[]
  /** What a person does when this fails: imperative, with the command or the place. */
  readonly remedy: string
  /** Key under `absent:` of the inventory that makes this control not applicable. */
  readonly subject?: string
  /** Slug, when a file holds more than one control; default the file's name. */
  readonly id?: string
}

export interface Control extends About {
  readonly title: string
  readonly judge: (views: Views) => void
}

/**
 * Where declared controls go: the judge makes Vitest tests of them, the proof and the traceability
 * read them as values. Kept on globalThis because Vitest and Node may load this file twice.
 */
export type Sink = (control: Control) => void
const SINK = Symbol.for('plumbline.control.sink')
const place = globalThis as { [SINK]?: Sink | undefined }

export function declareInto(sink: Sink | undefined): void {
  place[SINK] = sink
}

/** One invariant of one document, judged over the snapshot. The title is a claim that is true when green. */
export function control(title: string, about: About, judge: Control['judge']): void {
  const sink = place[SINK]
  if (!sink)
    throw new Error('a control is declared, but nobody is listening: run it through `plumb`')
  sink({ title, ...about, judge })
}
