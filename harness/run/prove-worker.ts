import { Worker } from 'node:worker_threads'
import { BadInput } from '../model/bad-input.ts'
import type { Proving } from './laboratory.ts'
import type { Share, Shown } from './prove-share.ts'

/** What a thread needs to know: it reads the lab and opens a target by itself. */
export interface Order {
  readonly labFile: string
  readonly target: string
  readonly only: readonly string[]
  readonly share: Share
}

/** What a thread tells. */
export type Told =
  | { readonly stage: string }
  | { readonly shown: readonly Shown[] }
  | { readonly problems: readonly string[] }

/** Has one share done in a thread of its own. When the signal is aborted, the thread closes its target first. */
export function startWorker(
  { lab, target, only, signal, onStage }: Proving,
  share: Share,
): Promise<readonly Shown[]> {
  const order: Order = { labFile: lab.file, target: target.name, only, share }
  const worker = new Worker(new URL('./prove.worker.ts', import.meta.url), { workerData: order })
  const stop = () => worker.postMessage('stop')
  signal.addEventListener('abort', stop, { once: true })
  return new Promise<readonly Shown[]>((resolve, reject) => {
    let result: readonly Shown[] | undefined
    worker.on('message', (told: Told) => {
      // How the others begin is no news: they begin as this one did.
      if ('stage' in told) told.stage.startsWith('…') && onStage(told.stage)
      else if ('shown' in told) result = told.shown
      else reject(new BadInput(told.problems))
    })
    worker.on('error', reject)
    worker.on('exit', (status) =>
      result ? resolve(result) : reject(new Error(`a thread of the proof ended with ${status}`)),
    )
  }).finally(() => signal.removeEventListener('abort', stop))
}
