import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { dataOf, labelsOf } from './prometheus/answer.ts'

/** An alert that a rule raises now. */
export interface RaisedAlert {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** `firing`, or `pending` while it has not lasted long enough. */
  readonly state: string
  readonly activeAt: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    prometheusAlerts: readonly RaisedAlert[]
  }
}

/** @source GET /api/v1/alerts */
export const prometheusAlerts = apiCollector('prometheusAlerts', {
  api: 'prometheus',
  read: async (get): Promise<readonly RaisedAlert[]> =>
    list(dataOf(await get('/api/v1/alerts'), 'alerts').alerts, 'alerts').map((value) => {
      const row = object(value, 'an alert')
      const labels = labelsOf(row.labels, 'labels of an alert')
      return {
        name: text(labels.alertname, 'alertname of an alert'),
        labels,
        state: text(row.state, 'state of an alert'),
        activeAt: text(row.activeAt, 'activeAt of an alert'),
      }
    }),
})
