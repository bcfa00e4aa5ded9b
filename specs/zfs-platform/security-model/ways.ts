export { keptOf, wayOf } from '../data-layer-zfs/ways.ts'
export { overlaps } from '../network-layout/plan.ts'
