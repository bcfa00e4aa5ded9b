export { containersOf, pageOf, runs } from '../workloads.ts'
