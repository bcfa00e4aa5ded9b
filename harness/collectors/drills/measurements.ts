import type {
  AlertDelivery,
  Boot,
  Consumer,
  DataCheck,
  DrillMeasurements,
  Growth,
  Outage,
  Restore,
} from '../../model/drill-record.ts'
import { clusterMeasurementsOf, clusterSecondsOf } from './cluster-measurements.ts'
import { isolationMeasurementsOf, isolationSecondsOf } from './isolation-measurements.ts'
import { serviceMeasurementsOf } from './service-measurements.ts'
import type { Shape } from './shape.ts'

/** What a drill measured. A kind that it did not measure is absent; of one that it did, every member must be there. */
export const measurementsOf = (shape: Shape): DrillMeasurements => ({
  ...(shape.has('boots') ? { boots: shape.parts('boots').map(bootOf) } : {}),
  ...(shape.has('outage') ? { outage: outageOf(shape.part('outage')) } : {}),
  ...(shape.has('alerts') ? { alerts: shape.parts('alerts').map(alertOf) } : {}),
  ...(shape.has('consumers') ? { consumers: shape.parts('consumers').map(consumerOf) } : {}),
  ...(shape.has('data') ? { data: dataOf(shape.part('data')) } : {}),
  ...(shape.has('growth') ? { growth: growthOf(shape.part('growth')) } : {}),
  ...(shape.has('restore') ? { restore: restoreOf(shape.part('restore')) } : {}),
  ...(shape.has('steps')
    ? {
        steps: shape.parts('steps').map((step) => ({
          command: step.text('command'),
          status: step.amount('status'),
        })),
      }
    : {}),
  ...clusterMeasurementsOf(shape),
  ...isolationMeasurementsOf(shape),
  ...serviceMeasurementsOf(shape),
})

/** Moments that lie within a drill, and seconds that it took at least. */
export function extentOf(measured: DrillMeasurements): {
  readonly moments: readonly string[]
  readonly seconds: number
} {
  const { alerts = [], boots = [], outage, restore } = measured
  const moments = [
    ...alerts.flatMap(({ arrivedAt, provokedAt }) => [provokedAt, arrivedAt]),
    outage?.stoppedAt,
    outage?.alertAt,
    ...(measured.revisions ?? []).flatMap(({ pushedAt, syncedAt }) => [pushedAt, syncedAt]),
    measured.audit?.removedAt,
    ...(measured.services ?? []).flatMap(({ lostAt, recoveredAt }) => [lostAt, recoveredAt]),
  ]
  return {
    moments: moments.filter((at) => at !== undefined),
    seconds: boots.reduce(
      (sum, { healthySeconds, settledSeconds }) => sum + healthySeconds + settledSeconds,
      Math.max(restore?.seconds ?? 0, clusterSecondsOf(measured), isolationSecondsOf(measured)),
    ),
  }
}

const bootOf = (of: Shape): Boot => ({
  kind: of.one('kind', ['cold', 'warm']),
  bootIdBefore: of.text('bootIdBefore'),
  bootIdAfter: of.text('bootIdAfter'),
  healthySeconds: of.amount('healthySeconds'),
  serviceSeconds: secondsOf(of.part('serviceSeconds')),
  stateBefore: of.text('stateBefore'),
  stateAfter: of.text('stateAfter'),
  guestsBefore: of.words('guestsBefore'),
  guestsAfter: of.words('guestsAfter'),
  startOrder: of.words('startOrder'),
  failedUnits: of.words('failedUnits'),
  manualActions: of.amount('manualActions'),
  settledSeconds: of.amount('settledSeconds'),
})

const secondsOf = (of: Shape) =>
  Object.fromEntries(of.members.map((name) => [name, of.amount(name)] as const))

const outageOf = (of: Shape): Outage => ({
  stopped: of.words('stopped'),
  gapSeconds: of.amount('gapSeconds'),
  seenDown: of.words('seenDown'),
  alertWasFiring: of.flag('alertWasFiring'),
  ...(of.has('alertAt') ? { alertAt: of.moment('alertAt') } : {}),
  stoppedAt: of.moment('stoppedAt'),
  grafanaLogin: of.flag('grafanaLogin'),
  grafanaRows: of.amount('grafanaRows'),
  backUp: of.words('backUp'),
})

const alertOf = (of: Shape): AlertDelivery => ({
  alert: of.text('alert'),
  provokedAt: of.moment('provokedAt'),
  wasFiring: of.flag('wasFiring'),
  ...(of.has('arrivedAt') ? { arrivedAt: of.moment('arrivedAt') } : {}),
})

const consumerOf = (of: Shape): Consumer => ({
  host: of.text('host'),
  leakBytes: of.amount('leakBytes'),
  ...(of.has('detectionSeconds') ? { detectionSeconds: of.amount('detectionSeconds') } : {}),
  ...(of.has('returnSeconds') ? { returnSeconds: of.amount('returnSeconds') } : {}),
  stuckProcesses: of.amount('stuckProcesses'),
  manualActions: of.amount('manualActions'),
})

const dataOf = (of: Shape): DataCheck => ({
  manifestBefore: of.text('manifestBefore'),
  manifestAfter: of.text('manifestAfter'),
  files: of.amount('files'),
})

const growthOf = (of: Shape): Growth => ({
  diskBytes: of.amount('diskBytes'),
  parityBytes: of.amount('parityBytes'),
  poolBytesBefore: of.amount('poolBytesBefore'),
  poolBytesAfter: of.amount('poolBytesAfter'),
  operations: of.amount('operations'),
  failures: of.amount('failures'),
  syncStatus: of.amount('syncStatus'),
  isDeclared: of.flag('isDeclared'),
  isProtected: of.flag('isProtected'),
  isBranch: of.flag('isBranch'),
})

const restoreOf = (of: Shape): Restore => ({
  lost: of.amount('lost'),
  restored: of.amount('restored'),
  unrecoverable: of.amount('unrecoverable'),
  bytes: of.amount('bytes'),
  seconds: of.amount('seconds'),
  unsyncedChanges: of.amount('unsyncedChanges'),
})
