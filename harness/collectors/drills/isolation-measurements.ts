import type {
  BuildSmoke,
  DrillLogin,
  GuestFault,
  Isolation,
  IsolationMeasurements,
  RemoteAccess,
  ServiceSeries,
} from '../../model/isolation-drill.ts'
import type { Shape } from './shape.ts'

/** What such a drill measured; every member of a kind must be there. */
export const isolationMeasurementsOf = (shape: Shape): IsolationMeasurements => ({
  ...(shape.has('isolation') ? { isolation: isolationOf(shape.part('isolation')) } : {}),
  ...(shape.has('guestFaults') ? { guestFaults: shape.parts('guestFaults').map(faultOf) } : {}),
  ...(shape.has('build') ? { build: buildOf(shape.part('build')) } : {}),
  ...(shape.has('remote') ? { remote: remoteOf(shape.part('remote')) } : {}),
})

/** Seconds that such a drill took at least. */
export const isolationSecondsOf = ({ isolation }: IsolationMeasurements): number =>
  isolation?.heldSeconds ?? 0

const isolationOf = (of: Shape): Isolation => ({
  taken: of.words('taken'),
  reachedBefore: of.words('reachedBefore'),
  silentFrom: of.words('silentFrom'),
  heldSeconds: of.amount('heldSeconds'),
  longestTimeoutSeconds: of.amount('longestTimeoutSeconds'),
  services: of.parts('services').map(seriesOf),
  alerts: of.words('alerts'),
  logins: of.parts('logins').map(loginOf),
  stuckProcesses: of.amount('stuckProcesses'),
})

const seriesOf = (of: Shape): ServiceSeries => ({
  service: of.text('service'),
  probes: of.amount('probes'),
  failures: of.amount('failures'),
  usualMs: of.amount('usualMs'),
  slowestMs: of.amount('slowestMs'),
})

const loginOf = (of: Shape): DrillLogin => ({
  from: of.text('from'),
  to: of.text('to'),
  status: of.amount('status'),
  seconds: of.amount('seconds'),
  foundBy: of.one('foundBy', ['address', 'hosts', 'dns']),
})

const faultOf = (of: Shape): GuestFault => ({
  guest: of.text('guest'),
  kind: of.one('kind', ['stop', 'memory']),
  ...(of.has('victim') ? { victim: of.text('victim') } : {}),
  services: of.parts('services').map(seriesOf),
})

const buildOf = (of: Shape): BuildSmoke => ({
  host: of.text('host'),
  builder: of.text('builder'),
  status: of.amount('status'),
  sawNonce: of.flag('sawNonce'),
  leftovers: of.amount('leftovers'),
})

const remoteOf = (of: Shape): RemoteAccess => ({
  from: of.text('from'),
  device: of.text('device'),
  logins: of.parts('logins').map(loginOf),
  withoutPath: of.parts('withoutPath').map(loginOf),
})
