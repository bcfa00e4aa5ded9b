import { expect, test } from 'vitest'
import { kubeRoles } from './kube-roles.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { roleBindings } from './role-bindings.ts'
import { inventory } from './text/stage.ts'

const RBAC = '/apis/rbac.authorization.k8s.io/v1'
const reader = meta('extension-apiserver-authentication-reader', 'kube-system')
const leader = meta('system::leader-locking-kube-scheduler', 'kube-system')

test('rules keep their names, URLs and gathering', async () => {
  const { items, complete } = await kubeRoles.read(
    listing({
      [`${RBAC}/clusterroles`]: [
        'ClusterRoleList',
        { metadata: meta('cluster-admin'), rules: [{ verbs: ['*'], nonResourceURLs: ['*'] }] },
        { metadata: meta('view'), rules: null, aggregationRule: { clusterRoleSelectors: [{}] } },
      ],
      [`${RBAC}/roles`]: [
        'RoleList',
        {
          metadata: reader,
          rules: [{ verbs: ['get'], resources: ['configmaps'], resourceNames: ['a'] }],
        },
      ],
    }),
    inventory,
  )
  expect(complete).toBe(true)
  expect(items).toMatchObject([
    { rules: [{ verbs: ['*'], urls: ['*'], names: [] }], isAggregated: false },
    { rules: [], isAggregated: true },
    { namespace: 'kube-system', rules: [{ names: ['a'] }] },
  ])
})

test('a binding to nobody has no subject, and a list without its canary is not whole', async () => {
  const binding = (metadata: object, subjects?: object) => ({
    metadata,
    roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
    ...(subjects ? { subjects } : {}),
  })
  const read = (...cluster: readonly object[]) =>
    roleBindings.read(
      listing({
        [`${RBAC}/clusterrolebindings`]: ['ClusterRoleBindingList', ...cluster],
        [`${RBAC}/rolebindings`]: [
          'RoleBindingList',
          binding(leader, [{ kind: 'User', name: 'x' }]),
        ],
      }),
      inventory,
    )
  expect(await read(binding(meta('cluster-admin')))).toMatchObject({
    complete: true,
    items: [{ role: 'ClusterRole/cluster-admin', subjects: [] }, { subjects: [{ kind: 'User' }] }],
  })
  expect(await read()).toMatchObject({ complete: false })
})
