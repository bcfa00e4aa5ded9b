import { parameter } from '#harness'

const { number } = parameter

/** Thresholds of storage, backup, applications and recovery. */
export const storageParameters = {
  'p.longhorn.replicas_max': number(3, 'most replicas that a volume may ask for'),
} as const
