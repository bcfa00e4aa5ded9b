import { expect, test } from 'vitest'
import { listing, meta } from './kubernetes/listing.ts'
import { signaturePolicies } from './signature-policies.ts'
import { inventory } from './text/stage.ts'

const read = async (spec: object) => {
  const path = '/apis/kyverno.io/v1/clusterpolicies'
  const { items } = await signaturePolicies.read(
    listing({ [path]: ['ClusterPolicyList', { metadata: meta('signed'), spec }] }),
    inventory,
  )
  return items
}
const rule = {
  match: { any: [{ resources: { kinds: ['Pod'] } }] },
  exclude: { any: [{ resources: { namespaces: ['kube-system'] } }] },
  verifyImages: [{ imageReferences: ['ghcr.io/*'] }],
}

test('a policy without an action only audits, and a rule may have one of its own', async () => {
  expect((await read({ rules: [rule] }))[0]?.rules).toEqual([
    {
      kinds: ['Pod'],
      exceptNamespaces: ['kube-system'],
      images: ['ghcr.io/*'],
      action: 'Audit',
      isRequired: true,
    },
  ])
  const own = { ...rule, verifyImages: [{ imageReferences: ['*'], failureAction: 'Enforce' }] }
  expect((await read({ rules: [own] }))[0]?.rules[0]?.action).toBe('Enforce')
})

test('a policy that looks at no signature is none of these', async () => {
  expect(await read({ rules: [{ match: rule.match, validate: {} }] })).toEqual([])
})
