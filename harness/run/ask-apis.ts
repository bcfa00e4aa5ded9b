import type { ApiCollector, Get } from '../model/collector.ts'
import type { Evidence } from '../model/fact.ts'
import type { Target } from '../model/target.ts'
import { Unseen } from '../model/unseen.ts'
import type { Collecting } from './collect.ts'
import { evidenceOf, type Keep, type Limit, observe } from './observe.ts'

const API_SECONDS = 120
/** An API that left so many questions without an answer is not asked the others. */
const TIMEOUTS = 2

/** Asks every API of the inventory: one connection, every collector of that API in turn. A GET that two collectors need is made once. */
export function askApis(collecting: Collecting, limit: Limit, keep: Keep): Promise<void>[] {
  const { only, target } = collecting
  const mine = collecting.collectors.filter(
    (c): c is ApiCollector => c.kind === 'api' && (c.where?.(target.inventory) ?? true),
  )
  return [...new Set(mine.map(({ api }) => api))].flatMap((api) => {
    if (only && !only.has(api)) return []
    const questions = mine.filter((question) => question.api === api)
    return [limit(() => askApi(collecting, api, questions, keep))]
  })
}

async function askApi(
  { target, redactor, signal, onDone }: Collecting,
  api: string,
  questions: readonly ApiCollector[],
  keep: Keep,
): Promise<void> {
  const source = `${api} API`
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(API_SECONDS * 1000)])
  const [opened] = await Promise.allSettled([openApi(target, api, deadline)])
  const once = opened.status === 'fulfilled' ? remembering(opened.value) : undefined
  let unknown = 0
  for (const question of questions) {
    const evidence: Evidence[] = []
    const asked = { source, ask: question.fact }
    const fact = await observe(asked, evidence, () => {
      if (!once) throw opened.status === 'rejected' ? opened.reason : new Error('not opened')
      return question.read(
        once((ask, tookMs, text) =>
          evidence.push(
            evidenceOf(
              {
                source,
                ask: `GET ${redactor.redact(ask)}`,
                takenAt: new Date().toISOString(),
                tookMs,
                text: redactor.redact(text),
              },
              target.reality(question.fact, api, ask),
            ),
          ),
        ),
        target.inventory,
      )
    })
    if (!fact.known) unknown++
    keep(`${question.fact}@lab`, fact)
  }
  if (opened.status === 'fulfilled') await opened.value[Symbol.asyncDispose]()
  onDone?.(source, questions.length, unknown)
}

async function openApi(target: Target, api: string, signal: AbortSignal) {
  if (!target.inventory.apis[api])
    throw new Unseen('not asked', `the inventory names no API "${api}": add it under apis`)
  return await target.api(api, signal)
}

type Told = (path: string, tookMs: number, text: string) => void

/** The same GET is made once per run; each collector still gets it as evidence of its own. One that hangs is given up. */
function remembering(get: Get): (told: Told) => Get {
  const made = new Map<
    string,
    Promise<{ status: number; contentType: string; text: string; tookMs: number }>
  >()
  const parsed = new Map<string, Promise<{ value: unknown; text: string; tookMs: number }>>()
  const timed = async <T>(run: () => Promise<T>): Promise<T & { tookMs: number }> => {
    const start = performance.now()
    const result = await run()
    return { ...result, tookMs: performance.now() - start }
  }
  let timeouts = 0
  const asking = async <T>(path: string, run: () => Promise<T>): Promise<T> => {
    if (timeouts >= TIMEOUTS)
      throw new Unseen(
        'timed out',
        `GET ${path} was not asked: ${timeouts} others were not answered`,
      )
    return run().catch((error: unknown) => {
      if (error instanceof Unseen && error.reason === 'timed out') timeouts++
      throw error
    })
  }
  const memo = <T>(
    seen: Map<string, Promise<T>>,
    path: string,
    run: () => Promise<T>,
  ): Promise<T> => {
    const known = seen.get(path) ?? asking(path, run)
    seen.set(path, known)
    return known
  }
  return (told) => {
    const value = async (path: string): Promise<unknown> => {
      const answer = await memo(parsed, path, () =>
        timed(async () => {
          const body = await get(path)
          return { value: body, text: JSON.stringify(body) }
        }),
      )
      told(path, answer.tookMs, answer.text)
      return answer.value
    }
    const raw = async (path: string) => {
      const answer = await memo(made, path, () => timed(() => get.raw(path)))
      told(path, answer.tookMs, answer.text)
      return answer
    }
    return Object.assign(value, { raw })
  }
}
