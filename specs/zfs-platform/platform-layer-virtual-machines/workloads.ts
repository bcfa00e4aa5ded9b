export { containersOf, engines, SERVICES } from '../workloads.ts'
