import type { Run } from '../../reports/run.ts'

/** Exit statuses of `plumb`. Of several outcomes the worst wins. */
export const EXIT = {
  pass: 0,
  unverifiable: 1,
  fail: 2,
  bug: 3,
  badInput: 4,
  interrupted: 130,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** The worst of several. */
export const worst = (exits: readonly Exit[]): Exit =>
  exits.reduce((a, b) => (b > a ? b : a), EXIT.pass)

/** A run's own exit, unless its waivers are out of date: what they say is bad input. */
export const exitOfRun = (run: Run): Exit =>
  run.waivers.unused.length > 0 ? EXIT.badInput : run.exit
