import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { endOf } from './kubernetes/ca-bundle.ts'
import { together, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, rows, type Shape, words } from './kubernetes/parts.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** One webhook that is asked before an object is taken. */
export interface KubeWebhook extends Meta {
  readonly kind: 'mutating' | 'validating'
  /** Name of the webhook within its configuration. */
  readonly hook: string
  /** `Fail`, `Ignore`. */
  readonly onFailure: string
  /** `namespace/name` of the service that is asked; absent for a URL. */
  readonly service?: string
  /** When the CA ends that vouches for who is asked; absent when none is named, or none can be read. */
  readonly caExpiresAt?: string
  readonly namespaces: Selector
  readonly objects: Selector
  readonly rules: readonly {
    readonly operations: readonly string[]
    readonly groups: readonly string[]
    readonly resources: readonly string[]
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeWebhooks: Census<KubeWebhook>
  }
}

const AT = '/apis/admissionregistration.k8s.io/v1'

/** @source GET /apis/admissionregistration.k8s.io/v1/{mutating,validating}webhookconfigurations */
export const kubeWebhooks = apiCollector('kubeWebhooks', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeWebhook>> => {
    const of = async (kind: KubeWebhook['kind'], list: string) => {
      const path = `${AT}/${kind}webhookconfigurations`
      const { items, ...look } = await wholeList(get, path, { kind: list })
      return { ...look, items: items.flatMap((item) => hooksOf(item, kind)) }
    }
    return together(
      await of('mutating', 'MutatingWebhookConfigurationList'),
      await of('validating', 'ValidatingWebhookConfigurationList'),
    )
  },
})

function hooksOf(item: Shape, kind: KubeWebhook['kind']): readonly KubeWebhook[] {
  const meta = metaOf(item, 'a webhook configuration')
  return rows(item.webhooks, `webhooks of ${meta.name}`).map((row) => {
    const hook = text(row.name, `name of a webhook of ${meta.name}`)
    const { service, caBundle } = object(row.clientConfig, `clientConfig of ${hook}`)
    const at = part(service, `service of ${hook}`)
    return {
      ...meta,
      kind,
      hook,
      onFailure: given(row.failurePolicy, `failurePolicy of ${hook}`, text) ?? 'Fail',
      ...maybe(
        'service',
        service === undefined ? undefined : `${text(at.namespace, hook)}/${text(at.name, hook)}`,
      ),
      ...maybe('caExpiresAt', endOf(caBundle)),
      namespaces: selectorOf(row.namespaceSelector, hook),
      objects: selectorOf(row.objectSelector, hook),
      rules: rows(row.rules, `rules of ${hook}`).map((rule) => ({
        operations: words(rule.operations, hook),
        groups: words(rule.apiGroups, hook),
        resources: words(rule.resources, hook),
      })),
    }
  })
}
