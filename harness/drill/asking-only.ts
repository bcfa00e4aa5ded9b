import { type Collector, isAsked } from '../model/collector.ts'

/** The same questions, put only to those whose answers are the facts named: `mounts@vm100`, `guests@lab`. */
export function askingOnly(
  questions: readonly Collector[],
  keys: ReadonlySet<string>,
): readonly Collector[] {
  return questions.flatMap((question): Collector[] => {
    if (question.kind === 'host') {
      const where: typeof question.where = (host, inventory) =>
        keys.has(`${question.fact}@${host.name}`) && isAsked(question, host, inventory)
      return [{ ...question, where }]
    }
    if (question.kind === 'vantage') {
      const ask: typeof question.ask = (vantage, inventory) =>
        keys.has(`${question.fact}@${vantage.name}`) ? question.ask(vantage, inventory) : undefined
      return [{ ...question, ask }]
    }
    return keys.has(`${question.fact}@lab`) ? [question] : []
  })
}
