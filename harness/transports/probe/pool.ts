import { Unseen } from '../../model/unseen.ts'

/**
 * Does every job, at most `width` at once. Ends when all that were started have ended; starts no more after a failure.
 *
 * @throws the first failure · Unseen 'timed out' when the signal was raised
 */
export async function pool<Job>(
  jobs: Iterable<Job>,
  width: number,
  signal: AbortSignal,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const queue = jobs[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (let job = queue.next(); !job.done; job = queue.next()) {
      if (failures.length > 0) return
      try {
        if (signal.aborted) throw stopped(signal)
        await work(job.value)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker))
  if (failures.length > 0) throw failures[0]
}

/** As {@link pool}, with the answers in the order of the questions. */
export async function each<Ask, Answer>(
  asks: readonly Ask[],
  width: number,
  signal: AbortSignal,
  answer: (ask: Ask) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  await pool(asks.entries(), width, signal, async ([index, ask]) => {
    answers[index] = await answer(ask)
  })
  return answers
}

/** What a raised signal means: the look is not complete. */
export function stopped(signal: AbortSignal): Unseen {
  return new Unseen('timed out', 'the probe was stopped before it had looked everywhere', {
    cause: signal.reason,
  })
}
