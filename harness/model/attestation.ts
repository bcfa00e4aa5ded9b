/** What a person vouches for, as no machine can see it. */
export interface Attestation {
  /** Name of the file, e.g. `physical-access`. */
  readonly about: string
  /** Absent where nobody signed it. */
  readonly by?: string
  /** Day, `YYYY-MM-DD`; absent as well when it is written otherwise. */
  readonly on?: string
  /** Last day it is believed, `YYYY-MM-DD`; absent as `on` is. */
  readonly until?: string
  /** What the person kept of it: a photograph, a log. Absent as well when it is a path at which nothing is tracked. */
  readonly evidence?: AttestedEvidence
}

export interface AttestedEvidence {
  /** Where it is: a path in the repository, or words. */
  readonly at: string
  /** SHA-256 that the person noted, hex. */
  readonly sha256: string
  /** SHA-256 of what is tracked at that path now; absent when it is no tracked text. */
  readonly found?: string
}
