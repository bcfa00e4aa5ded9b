import type { DocumentCollector, Documents } from '../model/collector.ts'
import type { Evidence } from '../model/fact.ts'
import { Unseen } from '../model/unseen.ts'
import type { Collecting } from './collect.ts'
import { evidenceOf, type Keep, type Limit, observe } from './observe.ts'

/** Reads the lab's own documents for the collectors that compare them with the lab. */
export function askDocuments(collecting: Collecting, limit: Limit, keep: Keep): Promise<void>[] {
  const { target, only } = collecting
  const questions = collecting.collectors.filter(
    (c): c is DocumentCollector => c.kind === 'document',
  )
  if (questions.length === 0 || (only && !only.has('documents'))) return []
  return [
    limit(async () => {
      const [opened] = await Promise.allSettled([target.documents(collecting.signal)])
      let unknown = 0
      for (const question of questions) {
        const evidence: Evidence[] = []
        const fact = await observe({ source: 'documents', ask: question.fact }, evidence, () => {
          if (!target.inventory.documents)
            throw new Unseen('not asked', 'the inventory names no documents repository')
          if (opened.status === 'rejected') throw opened.reason
          return question.read(
            telling(opened.value, collecting, question.fact, evidence),
            target.inventory,
          )
        })
        if (!fact.known) unknown++
        keep(`${question.fact}@lab`, fact)
      }
      collecting.onDone?.('documents', questions.length, unknown)
    }),
  ]
}

/** Notes what was read, as it is read. */
function telling(
  documents: Documents,
  { target, redactor }: Collecting,
  fact: string,
  evidence: Evidence[],
): Documents {
  const note = async <T>(
    ask: string,
    run: () => Promise<T>,
    textOf: (answer: T) => string,
  ): Promise<T> => {
    const start = performance.now()
    const answer = await run()
    const takenAt = new Date().toISOString()
    const text = redactor.redact(textOf(answer))
    const taken = { source: 'documents', ask, takenAt, tookMs: performance.now() - start, text }
    evidence.push(evidenceOf(taken, target.reality(fact, 'documents')))
    return answer
  }
  return {
    list: () =>
      note(
        'tracked files at HEAD',
        () => documents.list(),
        (paths) => paths.join('\n'),
      ),
    read: (path) =>
      note(
        `${path} at HEAD`,
        () => documents.read(path),
        (text) => text,
      ),
  }
}
