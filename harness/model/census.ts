/** A list that knows whether it is the whole list. A plain array is whole by construction. */
export interface Census<T> {
  readonly items: readonly T[]
  /** False when part of the scope was not looked at, or the canary or positive control was not seen. */
  readonly complete: boolean
  /** Why the look was not complete; present exactly when it was not. */
  readonly because?: string
}
