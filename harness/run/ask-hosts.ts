import { type HostCollector, isAsked, type Output } from '../model/collector.ts'
import type { Host } from '../model/inventory.ts'
import type { Section } from '../model/target.ts'
import { probeSections, type RemoteProbe } from './ask-vantages.ts'
import type { Collecting } from './collect.ts'
import { answered, evidenceOf, type Keep, type Limit, observe } from './observe.ts'

const SECONDS_BY_DEFAULT = 20

/** Asks every host its questions, all in one session. */
export function askHosts(collecting: Collecting, limit: Limit, keep: Keep): Promise<void>[] {
  const { target, only } = collecting
  const mine = collecting.collectors.filter((c): c is HostCollector => c.kind === 'host')
  return target.inventory.hosts.flatMap((host) => {
    const questions = mine.filter((question) => isAsked(question, host, target.inventory))
    const probes = probeSections(collecting, host)
    const wanted =
      !only || only.has(host.name) || probes.some(({ vantage }) => only.has(vantage.name))
    if (!wanted || questions.length + probes.length === 0) return []
    return [limit(() => askHost(collecting, host, questions, probes, keep))]
  })
}

async function askHost(
  { target, redactor, signal, onDone }: Collecting,
  host: Host,
  questions: readonly HostCollector[],
  probes: readonly RemoteProbe[],
  keep: Keep,
): Promise<void> {
  const { inventory } = target
  const sections: Section[] = questions.map(({ fact, command, timeoutSeconds }) => ({
    name: fact,
    command: typeof command === 'string' ? command : command(host, inventory),
    timeoutSeconds: timeoutSeconds ?? SECONDS_BY_DEFAULT,
  }))
  const start = performance.now()
  let answers: ReadonlyMap<string, Output> | undefined
  let failure: unknown
  try {
    answers = await target.ask(host, [...sections, ...probes.map(({ section }) => section)], signal)
  } catch (error) {
    failure = error
  }
  const takenAt = new Date().toISOString()
  const tookMs = performance.now() - start
  let unknown = 0
  for (const [i, question] of questions.entries()) {
    const asked = { source: host.name, ask: redactor.redact(sections[i]?.command ?? '') }
    const output = answers?.get(question.fact)
    const evidence = output
      ? [
          evidenceOf(
            { ...asked, takenAt, tookMs, text: redactor.redact(output.stdout) },
            target.reality(question.fact, host.name),
          ),
        ]
      : []
    const fact = await observe(asked, evidence, () => {
      if (failure) throw failure
      return question.parse(answered(output, question.exits ?? [0]), host, inventory)
    })
    if (!fact.known) unknown++
    keep(`${question.fact}@${host.name}`, fact)
  }
  for (const probe of probes) await probe.answer(answers?.get(probe.section.name), failure, keep)
  onDone?.(host.name, questions.length + probes.length, unknown)
}
