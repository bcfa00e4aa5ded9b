import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'

/** The node that answers for a service's address on the local network. */
export interface Announcer {
  readonly node: string
  /** `namespace/name`. */
  readonly service: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    metallbAnnouncers: Census<Announcer>
  }
}

/** @source GET /apis/metallb.io/v1beta1/servicel2statuses */
export const metallbAnnouncers = apiCollector('metallbAnnouncers', {
  api: 'kubernetes',
  read: async (get): Promise<Census<Announcer>> =>
    mapped(
      await wholeList(get, '/apis/metallb.io/v1beta1/servicel2statuses', {
        kind: 'ServiceL2StatusList',
      }),
      (item) => {
        const { node, serviceName, serviceNamespace } = object(
          item.status,
          'status of an announcer',
        )
        return {
          node: text(node, 'node of an announcer'),
          service: `${text(serviceNamespace, 'serviceNamespace')}/${text(serviceName, 'serviceName')}`,
        }
      },
    ),
})
