export { keptOf, wayOf } from '../data-layer-zfs/ways.ts'
