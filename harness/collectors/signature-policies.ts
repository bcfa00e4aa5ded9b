import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Condition, conditionsOf, metaOf } from './kubernetes/metadata.ts'
import { given, isOn, part, rows, type Shape, words } from './kubernetes/parts.ts'

/** A policy that lets images in by their signature. */
export interface SignaturePolicy {
  readonly name: string
  /** `Ready` is `True` once the policy is in force. */
  readonly conditions: readonly Condition[]
  /** `Fail` lets nothing in while nobody can be asked. */
  readonly onFailure: string
  readonly rules: readonly SignatureRule[]
}

export interface SignatureRule {
  /** Kinds that it is about. */
  readonly kinds: readonly string[]
  /** Namespaces that it leaves out. */
  readonly exceptNamespaces: readonly string[]
  /** Images that it means, with `*` for anything. */
  readonly images: readonly string[]
  /** `Enforce`, or `Audit`, which lets everything in. */
  readonly action: string
  /** Whether an image without any signature is one that failed. */
  readonly isRequired: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Cluster-wide policies of Kyverno that look at signatures. */
    signaturePolicies: Census<SignaturePolicy>
  }
}

/** @source GET /apis/kyverno.io/v1/clusterpolicies */
export const signaturePolicies = apiCollector('signaturePolicies', {
  api: 'kubernetes',
  read: async (get): Promise<Census<SignaturePolicy>> => {
    const all = mapped(
      await wholeList(get, '/apis/kyverno.io/v1/clusterpolicies', { kind: 'ClusterPolicyList' }),
      policyOf,
    )
    return { ...all, items: all.items.filter(({ rules }) => rules.length > 0) }
  },
})

function policyOf(item: Shape): SignaturePolicy {
  const { name } = metaOf(item, 'a policy')
  const what = `policy ${name}`
  const spec = object(item.spec, `spec of ${what}`)
  // Documented as Audit without the key.
  const byDefault = given(spec.validationFailureAction, `action of ${what}`, text) ?? 'Audit'
  return {
    name,
    conditions: conditionsOf(part(item.status, `status of ${what}`).conditions, what),
    onFailure: given(spec.failurePolicy, `failurePolicy of ${what}`, text) ?? 'Fail',
    rules: rows(spec.rules, `rules of ${what}`).flatMap((rule) =>
      rows(rule.verifyImages, `verifyImages of ${what}`).map((images) =>
        ruleOf(rule, images, byDefault, what),
      ),
    ),
  }
}

function ruleOf(rule: Shape, images: Shape, byDefault: string, what: string): SignatureRule {
  return {
    kinds: resourcesIn(rule.match, what).flatMap(({ kinds }) => words(kinds, `kinds of ${what}`)),
    exceptNamespaces: resourcesIn(rule.exclude, what).flatMap(({ namespaces }) =>
      words(namespaces, `namespaces of ${what}`),
    ),
    images: words(images.imageReferences, `images of ${what}`),
    action: given(images.failureAction, `failureAction of ${what}`, text) ?? byDefault,
    isRequired: images.required === undefined ? true : isOn(images.required, `required, ${what}`),
  }
}

/** Resources of `any` and `all`, and of the old form without either. */
const resourcesIn = (value: unknown, what: string): readonly Shape[] => {
  const block = part(value, `match of ${what}`)
  return [
    ...rows(block.any, what),
    ...rows(block.all, what),
    ...(block.resources === undefined ? [] : [block]),
  ].map(({ resources }) => part(resources, `resources of ${what}`))
}
