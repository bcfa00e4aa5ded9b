export { hasAddress, hasMemory, hasProcessors } from '../machines.ts'
