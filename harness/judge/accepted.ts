/** Whether a waiver accepts an offender. */
type Accepts = (offender: unknown) => boolean

const ACCEPTS = Symbol.for('plumbline.judge.accepts')
const place = globalThis as { [ACCEPTS]?: Accepts | undefined }

/**
 * Runs a judgement that goes on past what is accepted: an accepted offender hides neither a later one nor
 * what could not be seen. Kept on globalThis because Vitest and Node may load this file twice; judging is
 * synchronous, so nobody else comes between.
 */
export function accepting<T>(accepts: Accepts | undefined, act: () => T): T {
  const before = place[ACCEPTS]
  place[ACCEPTS] = accepts
  try {
    return act()
  } finally {
    place[ACCEPTS] = before
  }
}

/** Whether this offender is to be passed over; none is, unless {@link accepting} says so. */
export const isAccepted = (offender: unknown): boolean => place[ACCEPTS]?.(offender) ?? false
