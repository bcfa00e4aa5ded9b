import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** How often the API server turned a secret into what etcd keeps, or back. */
export interface SecretTransformation {
  readonly instance: string
  /** `to_storage` or `from_storage`. */
  readonly direction: string
  /** `k8s:enc:secretbox:v1:` and the like; empty for plain text. */
  readonly prefix: string
  readonly count: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Since each API server started; for what it keeps encrypted at all. */
    secretEncryption: readonly SecretTransformation[]
  }
}

const PATH = `/api/v1/query?query=${encodeURIComponent('sum by (instance, transformation_type, transformer_prefix) (apiserver_storage_transformation_operations_total{resource="secrets",status="OK"})')}`

/** @source Prometheus: apiserver_storage_transformation_operations_total */
export const secretEncryption = apiCollector('secretEncryption', {
  api: 'prometheus',
  read: async (get, { kubernetes }): Promise<readonly SecretTransformation[]> => {
    if (!kubernetes) throw new Unseen('not asked', 'the inventory has no "kubernetes"')
    const { status, data } = object(await get(PATH), 'the answer of Prometheus')
    if (status !== 'success') throw new Unseen('not understood', 'Prometheus had no success')
    return list(object(data, 'data').result, 'result').map((row) => {
      const { metric, value } = object(row, 'a series')
      const labels = object(metric, 'labels')
      const [, count] = list(value, 'value of a series')
      return {
        instance: text(labels.instance, 'instance'),
        direction: text(labels.transformation_type, 'transformation_type'),
        prefix: text(labels.transformer_prefix ?? '', 'transformer_prefix'),
        count: number(count, 'count'),
      }
    })
  },
})
