import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { annotationsOf, type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, rows, type Shape, words } from './kubernetes/parts.ts'

/** A way in by host and path. */
export interface KubeIngress extends Meta {
  readonly namespace: string
  readonly class?: string
  /** Those of the controller, without `nginx.ingress.kubernetes.io/`. */
  readonly settings: Readonly<Record<string, string>>
  /** ClusterIssuer that is asked for its certificate. */
  readonly issuer?: string
  readonly paths: readonly {
    /** Empty: any host. */
    readonly host: string
    readonly path: string
    /** Service that is meant; absent for another kind of backend. */
    readonly service?: string
  }[]
  readonly tls: readonly { readonly hosts: readonly string[]; readonly secret?: string }[]
  readonly hasDefaultBackend: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeIngresses: Census<KubeIngress>
  }
}

const ISSUER = 'cert-manager.io/cluster-issuer'
const PREFIX = 'nginx.ingress.kubernetes.io/'

/** @source GET /apis/networking.k8s.io/v1/ingresses */
export const kubeIngresses = apiCollector('kubeIngresses', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeIngress>> =>
    mapped(
      await wholeList(get, '/apis/networking.k8s.io/v1/ingresses', { kind: 'IngressList' }),
      ingressOf,
    ),
})

/** One of them, as the API lists it or a manifest has it. */
export function ingressOf(item: Shape): KubeIngress {
  const meta = placedMetaOf(item, 'an ingress')
  const what = `ingress ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const settings = Object.entries(annotationsOf(item, what, [PREFIX]))
  return {
    ...meta,
    ...maybe('class', given(spec.ingressClassName, `class of ${what}`, text)),
    ...maybe('issuer', annotationsOf(item, what, [ISSUER])[ISSUER]),
    settings: Object.fromEntries(settings.map(([key, value]) => [key.slice(PREFIX.length), value])),
    paths: rows(spec.rules, `rules of ${what}`).flatMap((rule) =>
      rows(part(rule.http, what).paths, `paths of ${what}`).map((row) => ({
        host: given(rule.host, `host of ${what}`, text) ?? '',
        path: given(row.path, `path of ${what}`, text) ?? '/',
        ...maybe('service', serviceOf(row.backend, what)),
      })),
    ),
    tls: rows(spec.tls, `tls of ${what}`).map((row) => ({
      hosts: words(row.hosts, `tls hosts of ${what}`),
      ...maybe('secret', given(row.secretName, `secretName of ${what}`, text)),
    })),
    hasDefaultBackend: spec.defaultBackend !== undefined,
  }
}

const serviceOf = (backend: unknown, what: string): string | undefined =>
  given(part(part(backend, what).service, what).name, `service of ${what}`, text)
