import { setTimeout as sleep } from 'node:timers/promises'

/** Time as we know it: no drill disturbs the machine that it is carried out from. */
export interface Clock {
  /** Milliseconds of the epoch. */
  now(): number
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export const ourClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
}

export const isoOf = (ms: number): string => new Date(ms).toISOString()

/** To a tenth: more than that no look can tell. */
export const secondsBetween = (from: number, to: number): number =>
  Math.round((to - from) / 100) / 10
