import type {
  Deployment,
  InstanceLoss,
  RestoreTry,
  Rollback,
  ServiceMeasurements,
  ServiceRecovery,
} from '../../model/service-drill.ts'
import type { Shape } from './shape.ts'

/** What a drill measured of services and backups; a kind that it did not measure is absent. */
export const serviceMeasurementsOf = (shape: Shape): ServiceMeasurements => ({
  ...(shape.has('services') ? { services: shape.parts('services').map(recoveryOf) } : {}),
  ...(shape.has('restores') ? { restores: shape.parts('restores').map(restoreOf) } : {}),
  ...(shape.has('instance') ? { instance: instanceOf(shape.part('instance')) } : {}),
  ...(shape.has('rollback') ? { rollback: rollbackOf(shape.part('rollback')) } : {}),
  ...(shape.has('deployment') ? { deployment: deploymentOf(shape.part('deployment')) } : {}),
})

const recoveryOf = (of: Shape): ServiceRecovery => ({
  service: of.text('service'),
  lostAt: of.moment('lostAt'),
  recoveredAt: of.moment('recoveredAt'),
  seenSeconds: of.amount('seenSeconds'),
  dataWasLost: of.flag('dataWasLost'),
  bytes: of.amount('bytes'),
  realBytes: of.amount('realBytes'),
  restoreSeconds: of.amount('restoreSeconds'),
})

const restoreOf = (of: Shape): RestoreTry => ({
  data: of.text('data'),
  location: of.text('location'),
  snapshot: of.text('snapshot'),
  isNewest: of.flag('isNewest'),
  manifestKept: of.text('manifestKept'),
  manifestRestored: of.text('manifestRestored'),
  files: of.amount('files'),
  isUsable: of.flag('isUsable'),
  keysFrom: of.one('keysFrom', ['outside', 'lab']),
  reachedLab: of.flag('reachedLab'),
})

const instanceOf = (of: Shape): InstanceLoss => ({
  service: of.text('service'),
  killed: of.text('killed'),
  instancesBefore: of.amount('instancesBefore'),
  gapSeconds: of.amount('gapSeconds'),
  successRatio: of.amount('successRatio'),
  askedAnew: of.flag('askedAnew'),
})

const rollbackOf = (of: Shape): Rollback => ({
  service: of.text('service'),
  from: of.text('from'),
  to: of.text('to'),
  said: of.text('said'),
  healthySeconds: of.amount('healthySeconds'),
  dataReadable: of.flag('dataReadable'),
  forwardAgain: of.flag('forwardAgain'),
})

const deploymentOf = (of: Shape): Deployment => ({
  commit: of.text('commit'),
  seconds: of.amount('seconds'),
  services: of.parts('services').map((one) => ({
    service: one.text('service'),
    isHealthy: one.flag('isHealthy'),
    hasHealthCheck: one.flag('hasHealthCheck'),
    restarts: one.amount('restarts'),
  })),
  pulledAll: of.flag('pulledAll'),
  changedAgain: of.amount('changedAgain'),
  manualActions: of.amount('manualActions'),
})
