export { engines, isUnit } from '../workloads.ts'
