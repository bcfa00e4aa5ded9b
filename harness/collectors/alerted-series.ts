import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { query, vector } from '../transports/prometheus.ts'
import { dataOf } from './prometheus/answer.ts'
import { metricsIn } from './prometheus/expression.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Names of metrics that alerting rules look at, and of which there are samples. */
    alertedSeries: readonly string[]
  }
}

const RULES = '/api/v1/rules?type=alert'

/**
 * A rule over a metric that nobody measures never fires, and is as healthy as any other.
 *
 * @source GET /api/v1/rules?type=alert, /api/v1/query of the metrics that they name
 */
export const alertedSeries = apiCollector('alertedSeries', {
  api: 'prometheus',
  read: async (get): Promise<readonly string[]> => {
    const queries = list(dataOf(await get(RULES), 'rules').groups, 'groups of rules').flatMap(
      (group) =>
        list(object(group, 'a group of rules').rules, 'rules').map((rule) =>
          text(object(rule, 'a rule').query, 'query of a rule'),
        ),
    )
    const names = [...new Set(queries.flatMap((one) => metricsIn(one).metrics))].sort()
    if (names.length === 0) return []
    const seen = vector(await get(query(`group by (__name__) ({__name__=~"${names.join('|')}"})`)))
    return seen
      .flatMap(({ labels: { __name__: name } }) => (name === undefined ? [] : [name]))
      .sort()
  },
})
