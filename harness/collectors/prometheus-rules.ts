import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { dataOf, labelsOf } from './prometheus/answer.ts'
import { type Absence, metricsIn } from './prometheus/expression.ts'

/** An alerting rule, as it is evaluated now. */
export interface AlertRule {
  readonly name: string
  readonly group: string
  /** The expression, as Prometheus prints it. */
  readonly query: string
  /** Metrics that it looks at. */
  readonly metrics: readonly string[]
  /** Those of them whose disappearance makes it fire, by `absent()`. */
  readonly absent: readonly Absence[]
  readonly forSeconds: number
  readonly labels: Readonly<Record<string, string>>
  /** `ok`, `err` when it could not be evaluated, `unknown` before the first time. */
  readonly health: string
  readonly state: string
  readonly evaluatedAt: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    prometheusRules: readonly AlertRule[]
  }
}

const PATH = '/api/v1/rules?type=alert'

/** @source GET /api/v1/rules?type=alert */
export const prometheusRules = apiCollector('prometheusRules', {
  api: 'prometheus',
  read: async (get): Promise<readonly AlertRule[]> =>
    list(dataOf(await get(PATH), 'rules').groups, 'groups of rules').flatMap((value) => {
      const group = object(value, 'a group of rules')
      const name = text(group.name, 'name of a group of rules')
      return list(group.rules, `rules of ${name}`).map((rule) => ruleOf(rule, name))
    }),
})

function ruleOf(value: unknown, group: string): AlertRule {
  const row = object(value, `a rule of ${group}`)
  const name = text(row.name, `name of a rule of ${group}`)
  const query = text(row.query, `query of ${name}`)
  return {
    name,
    group,
    query,
    ...metricsIn(query),
    forSeconds: number(row.duration, `duration of ${name}`),
    labels: labelsOf(row.labels ?? {}, `labels of ${name}`),
    health: text(row.health, `health of ${name}`),
    state: text(row.state, `state of ${name}`),
    evaluatedAt: text(row.lastEvaluation, `lastEvaluation of ${name}`),
  }
}
