import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Names of the labels that the central log store has seen in the last month. */
    logLabels: readonly string[]
  }
}

const PATH = '/loki/api/v1/labels?since=720h'

/** @source GET /loki/api/v1/labels; a tenant without a stream is shown none, and that is no answer */
export const logLabels = apiCollector('logLabels', {
  api: 'loki',
  read: async (get): Promise<readonly string[]> => {
    const { data } = object(await get(PATH), 'labels of Loki')
    const labels = list(data, 'labels of Loki').map((one) => text(one, 'a label of Loki'))
    if (labels.length === 0) throw new Unseen('not permitted', `GET ${PATH} shows no label at all`)
    return labels
  },
})
