export { hasOnlyItsOwn } from '../workloads.ts'
