import { storageParameters } from './parameters-on-storage.ts'
import { clusterParameters } from './parameters-on-the-cluster.ts'
import { platformParameters } from './parameters-on-the-platform.ts'

/** What the document leaves open, as thresholds that a lab may set otherwise. */
export const parameters = {
  ...platformParameters,
  ...clusterParameters,
  ...storageParameters,
} as const
