import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, named, together, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, maybe, rows, type Shape } from './kubernetes/parts.ts'

/** A RoleBinding, or a ClusterRoleBinding when it has no namespace. */
export interface RoleBinding extends Meta {
  /** `Role/name` of the same namespace, or `ClusterRole/name`. */
  readonly role: string
  readonly subjects: readonly {
    /** `User`, `Group`, `ServiceAccount`. */
    readonly kind: string
    readonly name: string
    readonly namespace?: string
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    roleBindings: Census<RoleBinding>
  }
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1'

/** @source GET /apis/rbac.authorization.k8s.io/v1/{clusterrolebindings,rolebindings} */
export const roleBindings = apiCollector('roleBindings', {
  api: 'kubernetes',
  read: async (get): Promise<Census<RoleBinding>> =>
    mapped(
      together(
        await wholeList(get, `${RBAC}/clusterrolebindings`, {
          kind: 'ClusterRoleBindingList',
          canary: named('cluster role binding cluster-admin', 'cluster-admin'),
        }),
        await wholeList(get, `${RBAC}/rolebindings`, {
          kind: 'RoleBindingList',
          canary: named(
            'role binding kube-system/system::leader-locking-kube-scheduler',
            'system::leader-locking-kube-scheduler',
            'kube-system',
          ),
        }),
      ),
      bindingOf,
    ),
})

function bindingOf(item: Shape): RoleBinding {
  const meta = metaOf(item, 'a binding')
  const what = `binding ${meta.name}`
  const role = object(item.roleRef, `roleRef of ${what}`)
  return {
    ...meta,
    role: `${text(role.kind, `role of ${what}`)}/${text(role.name, `role of ${what}`)}`,
    subjects: rows(item.subjects, `subjects of ${what}`).map((row) => ({
      kind: text(row.kind, `a subject of ${what}`),
      name: text(row.name, `a subject of ${what}`),
      ...maybe('namespace', given(row.namespace, `a subject of ${what}`, text)),
    })),
  }
}
