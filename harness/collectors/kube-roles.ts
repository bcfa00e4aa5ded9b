import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { mapped, named, together, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'
import { part, rows, type Shape, words } from './kubernetes/parts.ts'

/** A Role, or a ClusterRole when it has no namespace. */
export interface KubeRole extends Meta {
  readonly rules: readonly RoleRule[]
  /** Whether its rules are gathered from roles with certain labels. */
  readonly isAggregated: boolean
}

export interface RoleRule {
  readonly verbs: readonly string[]
  readonly groups: readonly string[]
  readonly resources: readonly string[]
  /** Empty: any name. */
  readonly names: readonly string[]
  readonly urls: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeRoles: Census<KubeRole>
  }
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1'

/** @source GET /apis/rbac.authorization.k8s.io/v1/{clusterroles,roles} */
export const kubeRoles = apiCollector('kubeRoles', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeRole>> =>
    mapped(
      together(
        await wholeList(get, `${RBAC}/clusterroles`, {
          kind: 'ClusterRoleList',
          canary: named('cluster role cluster-admin', 'cluster-admin'),
        }),
        await wholeList(get, `${RBAC}/roles`, {
          kind: 'RoleList',
          canary: named(
            'role kube-system/extension-apiserver-authentication-reader',
            'extension-apiserver-authentication-reader',
            'kube-system',
          ),
        }),
      ),
      roleOf,
    ),
})

function roleOf(item: Shape): KubeRole {
  const meta = metaOf(item, 'a role')
  const what = `role ${meta.name}`
  return {
    ...meta,
    rules: rows(item.rules, `rules of ${what}`).map((rule) => ({
      verbs: words(rule.verbs, what),
      groups: words(rule.apiGroups, what),
      resources: words(rule.resources, what),
      names: words(rule.resourceNames, what),
      urls: words(rule.nonResourceURLs, what),
    })),
    isAggregated: part(item.aggregationRule, what).clusterRoleSelectors !== undefined,
  }
}
