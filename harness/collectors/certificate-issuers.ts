import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { conditionsOf, metaOf } from './kubernetes/metadata.ts'
import { part } from './kubernetes/parts.ts'

/** Somebody whom cert-manager asks for certificates. */
export interface CertificateIssuer {
  readonly name: string
  /** `vault`, `acme`, `ca`, `selfSigned`, `venafi`. */
  readonly kind: string
  readonly isReady: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** ClusterIssuers of cert-manager. */
    certificateIssuers: Census<CertificateIssuer>
  }
}

/** @source GET /apis/cert-manager.io/v1/clusterissuers */
export const certificateIssuers = apiCollector('certificateIssuers', {
  api: 'kubernetes',
  read: async (get): Promise<Census<CertificateIssuer>> =>
    mapped(
      await wholeList(get, '/apis/cert-manager.io/v1/clusterissuers', {
        kind: 'ClusterIssuerList',
      }),
      (item) => {
        const { name } = metaOf(item, 'an issuer')
        const [kind = ''] = Object.keys(object(item.spec, `spec of ${name}`))
        return {
          name,
          kind,
          isReady: conditionsOf(part(item.status, name).conditions, name).some(
            ({ type, status }) => type === 'Ready' && status === 'True',
          ),
        }
      },
    ),
})
