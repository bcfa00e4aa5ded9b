import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, named, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, isOn, maybe, rows, type Shape, textsByName, words } from './kubernetes/parts.ts'

export interface KubeService extends Meta {
  readonly namespace: string
  /** `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`. */
  readonly type: string
  readonly clusterIp?: string
  readonly externalIps: readonly string[]
  /** Labels of the pods behind it; empty when somebody else names its endpoints. */
  readonly selector: Readonly<Record<string, string>>
  readonly ports: readonly { readonly port: number; readonly nodePort?: number }[]
  /** Whose load balancer it is; absent for the only one. */
  readonly loadBalancerClass?: string
  readonly publishesNotReady: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeServices: Census<KubeService>
  }
}

/** What a service is declared to be. The address that a load balancer gave it is another fact. @source GET /api/v1/services */
export const kubeServices = apiCollector('kubeServices', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeService>> =>
    mapped(
      await wholeList(get, '/api/v1/services', {
        kind: 'ServiceList',
        canary: named('service default/kubernetes', 'kubernetes', 'default'),
      }),
      serviceOf,
    ),
})

/** One of them, as the API lists it or a manifest has it. */
export function serviceOf(item: Shape): KubeService {
  const meta = placedMetaOf(item, 'a service')
  const what = `service ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  return {
    ...meta,
    type: text(spec.type, `type of ${what}`),
    ...maybe('clusterIp', given(spec.clusterIP, `clusterIP of ${what}`, text)),
    externalIps: words(spec.externalIPs, `externalIPs of ${what}`),
    selector: textsByName(spec.selector, `selector of ${what}`),
    ports: rows(spec.ports, `ports of ${what}`).map((port) => ({
      port: number(port.port, `a port of ${what}`),
      ...maybe('nodePort', given(port.nodePort, `nodePort of ${what}`, number) || undefined),
    })),
    ...maybe('loadBalancerClass', given(spec.loadBalancerClass, `class of ${what}`, text)),
    publishesNotReady: isOn(spec.publishNotReadyAddresses, `publishNotReadyAddresses of ${what}`),
  }
}
