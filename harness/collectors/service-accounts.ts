import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { mapped, named, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, isOn, maybe } from './kubernetes/parts.ts'

export interface ServiceAccount extends Meta {
  readonly namespace: string
  /** Whether its token is put into its pods; left out, it is. */
  readonly mountsToken?: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    serviceAccounts: Census<ServiceAccount>
  }
}

/** @source GET /api/v1/serviceaccounts */
export const serviceAccounts = apiCollector('serviceAccounts', {
  api: 'kubernetes',
  read: async (get): Promise<Census<ServiceAccount>> =>
    mapped(
      await wholeList(get, '/api/v1/serviceaccounts', {
        kind: 'ServiceAccountList',
        canary: named('account kube-system/default', 'default', 'kube-system'),
      }),
      (item) => ({
        ...placedMetaOf(item, 'an account'),
        ...maybe('mountsToken', given(item.automountServiceAccountToken, 'automount', isOn)),
      }),
    ),
})
