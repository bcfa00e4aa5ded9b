export { engines } from '../workloads.ts'
