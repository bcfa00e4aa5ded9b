import { every, none, saw, selects, type Views } from '#harness'

type Side = 'ingress' | 'egress'
type Seen = Pick<Views, 'lab'>
type Policy = Views['lab']['networkPolicies']['items'][number]
type Rule = Policy['ingress'][number]
type CiliumRule = Views['lab']['ciliumPolicies']['items'][number]['rules'][number]
type Pod = Views['lab']['kubePods']['items'][number]

/** Pods of a namespace that run. */
export function podsOf({ lab }: Seen, namespace: string) {
  const { items, ...look } = lab.kubePods
  const runs = (pod: Pod) => pod.namespace === namespace && pod.phase === 'Running'
  return { ...look, items: items.filter(runs) }
}

/** Labels of a pod, as Cilium knows them. */
const labelsOf = (pod: Pod): Readonly<Record<string, string>> => ({
  ...pod.labels,
  'io.kubernetes.pod.namespace': pod.namespace,
})

/** Whether a policy of either kind holds for a pod. None holds for one that uses the network of its node. */
export function isSelected({ lab }: Seen, pod: Pod): boolean {
  const labels = labelsOf(pod)
  const mine = (namespace?: string) => namespace === undefined || namespace === pod.namespace
  return (
    !pod.hostNetwork &&
    (saw(
      lab.networkPolicies,
      (policy) => policy.namespace === pod.namespace && selects(policy.pods, labels),
    ) ||
      saw(
        lab.ciliumPolicies,
        (policy) =>
          mine(policy.namespace) &&
          policy.rules.some(({ endpoints }) => endpoints && selects(endpoints, labels)),
      ))
  )
}

/** Whether a namespace drops what nobody allowed, in one direction, and its pods do so indeed. */
export function isClosed(views: Seen, namespace: string, side: Side): boolean {
  const { lab } = views
  const covers = side === 'ingress' ? 'Ingress' : 'Egress'
  const { items, ...look } = lab.networkPolicies
  const policies = items.filter((policy) => policy.namespace === namespace)
  const { items: all, ...seen } = lab.ciliumPolicies
  const own = all.filter((policy) => policy.namespace === namespace)
  const pods = podsOf(views, namespace).items.map(labelsOf)
  none({ ...look, items: policies }, 'opens to everybody', (policy) => policy[side].some(isOpen))
  // A policy of the whole cluster can open a namespace as well.
  none(
    { ...seen, items: all.filter((one) => one.namespace === undefined || own.includes(one)) },
    'opens to everybody',
    (policy) =>
      policy.rules.some(
        (rule) =>
          rule[side]?.some(isOpenInCilium) &&
          pods.some((labels) => rule.endpoints && selects(rule.endpoints, labels)),
      ),
  )
  every(
    {
      ...lab.ciliumEndpoints,
      items: lab.ciliumEndpoints.items.filter((x) => x.namespace === namespace),
    },
    `drops what no rule allows`,
    ({ enforces }) => enforces[side],
  )
  return (
    policies.some((policy) => isEverything(policy.pods) && policy.covers.includes(covers)) ||
    own.some(({ rules }) => rules.some((rule) => closesInCilium(rule, side)))
  )
}

const isEverything = ({ labels, terms }: Policy['pods']): boolean =>
  Object.keys(labels).length === 0 && terms.length === 0

/** A rule without a port whose peers are everybody: no peer at all, any namespace, any address. */
const isOpen = ({ peers, ports }: Rule): boolean =>
  ports.length === 0 &&
  (peers.length === 0 ||
    peers.some(
      ({ namespaces, network, pods }) =>
        network?.endsWith('/0') ||
        (namespaces && isEverything(namespaces) && (!pods || isEverything(pods))),
    ))

const isOpenInCilium = ({
  entities,
  isEmpty,
  networks,
  ports,
}: NonNullable<CiliumRule[Side]>[number]): boolean =>
  isEmpty ||
  (ports.length === 0 &&
    (entities.some((who) => ['all', 'world', 'cluster'].includes(who)) ||
      networks.some((network) => network.endsWith('/0'))))

const closesInCilium = (rule: CiliumRule, side: Side): boolean =>
  rule.endpoints !== undefined &&
  isEverything(rule.endpoints) &&
  rule[side] !== undefined &&
  rule.denies[side] !== false
