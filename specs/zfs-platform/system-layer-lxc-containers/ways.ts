export { showSame, wayOf } from '../data-layer-zfs/ways.ts'
