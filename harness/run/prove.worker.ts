import { parentPort, workerData } from 'node:worker_threads'
import { labsOf, openLab } from '../cli/labs.ts'
import { Renewable } from '../cli/renewable.ts'
import { BadInput } from '../model/bad-input.ts'
import { proveShare } from './prove-share.ts'
import type { Order, Told } from './prove-worker.ts'

const { labFile, target, only, share } = workerData as Order
const stopped = new AbortController()
parentPort?.on('message', () => stopped.abort(new Error('stopped')))
const tell = (told: Told) => parentPort?.postMessage(told)

try {
  const [lab] = await labsOf([labFile])
  if (!lab) throw new Error(`${labFile} is no lab any more`)
  const { signal } = stopped
  const onStage = (stage: string) => tell({ stage })
  const open = () => openLab(lab, target, signal, onStage)
  const first = await open()
  await using replica = new Renewable(first, open)
  const reopen = () => replica.renew()
  tell({ shown: await proveShare({ ...first, lab, reopen, only, signal, onStage }, share) })
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  tell({ problems: error.problems })
} finally {
  parentPort?.close()
}
