import type { Views } from '#harness'

type Lab = Views['lab']
type Rule = Lab['kubeRoles']['items'][number]['rules'][number]

/** What one subject may do through one binding. */
export interface Reach {
  /** `ServiceAccount argocd/argocd-server`, `User eva`, `Group system:masters`. */
  readonly subject: string
  /** Namespace of the account; absent for users, and for groups of more than one namespace. */
  readonly home?: string
  readonly binding: string
  /** Where it counts; absent means everywhere. */
  readonly namespace?: string
  readonly rules: readonly Rule[]
}

interface ReachCensus {
  readonly items: readonly Reach[]
  readonly complete: boolean
  readonly because?: string
}

/** Every subject of every binding, with the rules of its role; whole when bindings and roles are. */
export function reachesOf({ kubeRoles, roleBindings }: Lab): ReachCensus {
  const items = roleBindings.items.flatMap(({ name, namespace, role, subjects }) => {
    const [kind, ...rest] = role.split('/')
    const of = kubeRoles.items.find(
      (one) =>
        one.name === rest.join('/') && one.namespace === (kind === 'Role' ? namespace : undefined),
    )
    return subjects.map(
      (subject): Reach => ({
        ...nameOf(subject),
        binding: name,
        ...(namespace === undefined ? {} : { namespace }),
        rules: of?.rules ?? [],
      }),
    )
  })
  const because = kubeRoles.because ?? roleBindings.because
  return because === undefined
    ? { items, complete: kubeRoles.complete && roleBindings.complete }
    : { items, complete: false, because }
}

type Subject = Lab['roleBindings']['items'][number]['subjects'][number]

const EVERY_ACCOUNT = 'system:serviceaccounts'

/** What the API server calls an account: a binding may name it so, as a user. */
const ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/

function nameOf({ kind, name, namespace }: Subject): Pick<Reach, 'subject' | 'home'> {
  const [, of, account] = ACCOUNT.exec(name) ?? []
  if (kind === 'User' && of !== undefined)
    return { subject: `ServiceAccount ${of}/${account}`, home: of }
  if (kind === 'ServiceAccount') {
    const home = namespace ?? ''
    return { subject: `ServiceAccount ${home}/${name}`, home }
  }
  const home = name.startsWith(`${EVERY_ACCOUNT}:`)
    ? name.slice(EVERY_ACCOUNT.length + 1)
    : undefined
  return { subject: `${kind} ${name}`, ...(home === undefined ? {} : { home }) }
}

/** A group that every account is in. */
export const isEveryAccount = ({ subject }: Reach): boolean =>
  /^Group system:(serviceaccounts|authenticated)$/.test(subject)

/** Service accounts, and groups that all or some of them are in. */
export const isAccount = ({ subject }: Reach): boolean =>
  /^(ServiceAccount |Group system:(serviceaccounts(:|$)|authenticated$))/.test(subject)

/** Whether an account of one of these namespaces is meant, by name or because all accounts are. */
export const isOf = (homes: readonly string[], reach: Reach): boolean =>
  reach.home === undefined ? isEveryAccount(reach) : homes.includes(reach.home)

/** Whether a rule lets somebody do this, by name or by `*`. */
const allows = (rule: Rule, verbs: readonly string[], group: string, resource: string): boolean =>
  has(rule.groups, group) &&
  (has(rule.resources, resource) ||
    rule.resources.includes(`${resource.split('/')[0]}/*`) ||
    rule.resources.includes(resource.replace(/^.*(?=\/)/, '*'))) &&
  (rule.verbs.includes('*') || verbs.some((verb) => rule.verbs.includes(verb)))

const has = (list: readonly string[], word: string): boolean =>
  list.includes('*') || list.includes(word)

export const may = (
  { rules }: Reach,
  verbs: readonly string[],
  group: string,
  resource: string,
): boolean => rules.some((rule) => allows(rule, verbs, group, resource))

const RBAC = 'rbac.authorization.k8s.io'

/** Whether it can do everything, or give itself every right. */
export const reigns = (reach: Reach): boolean =>
  reach.rules.some(
    ({ groups, resources, verbs }) =>
      [groups, resources].every((list) => list.includes('*')) &&
      ['*', 'create', 'update', 'patch'].some((verb) => verbs.includes(verb)),
  ) ||
  ['clusterroles', 'roles'].some((role) => may(reach, ['escalate', 'bind'], RBAC, role)) ||
  may(reach, ['impersonate'], '', 'users') ||
  may(reach, ['impersonate'], '', 'groups') ||
  may(reach, ['impersonate'], '', 'serviceaccounts') ||
  may(reach, ['create'], '', 'serviceaccounts/token')

/** Everywhere, or in the namespace of the control plane, which is nearly the same. */
export const isWide = ({ namespace }: Reach): boolean =>
  namespace === undefined || namespace === 'kube-system'

/** What the report shows of it, and what a waiver names. */
export const shown = ({ binding, namespace, subject }: Reach): object =>
  namespace === undefined ? { subject, binding } : { subject, binding, namespace }
