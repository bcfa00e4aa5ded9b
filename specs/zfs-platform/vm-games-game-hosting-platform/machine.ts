export { hasDisk } from '../machine-disks.ts'
export { hasAddress, hasMemory, hasProcessors } from '../machines.ts'
