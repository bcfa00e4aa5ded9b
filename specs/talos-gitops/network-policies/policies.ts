import { every, none, saw, selects, the, type Views } from '#harness'

type Side = 'ingress' | 'egress'
type Seen = Pick<Views, 'lab' | 'need'>
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
  const homes = homesOf(views)
  const covers = side === 'ingress' ? 'Ingress' : 'Egress'
  const { items, ...look } = lab.networkPolicies
  const policies = items.filter((policy) => policy.namespace === namespace)
  const { items: all, ...seen } = lab.ciliumPolicies
  const own = all.filter((policy) => policy.namespace === namespace)
  const pods = podsOf(views, namespace).items.map(labelsOf)
  none({ ...look, items: policies }, 'opens to everybody', (policy) =>
    policy[side].some((rule) => isOpen(rule, homes)),
  )
  // A policy of the whole cluster can open a namespace as well.
  none(
    { ...seen, items: all.filter((one) => one.namespace === undefined || own.includes(one)) },
    'opens to everybody',
    (policy) =>
      policy.rules.some(
        (rule) =>
          rule[side]?.some((one) => isOpenInCilium(one, policy.namespace === undefined)) &&
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

type Labels = Readonly<Record<string, string>>

/** Labels of every namespace of an application: a rule that means all of them keeps none apart. */
const homesOf = ({ lab, need }: Seen): readonly Labels[] =>
  need('kubernetes').applications.map(
    ({ namespace }) =>
      the(lab.kubeNamespaces, `namespace ${namespace}`, ({ name }) => name === namespace).labels,
  )

/** No port, one that is left open, or half of all and more. */
const isEveryPort = (ports: readonly (string | undefined)[]): boolean =>
  ports.length === 0 ||
  ports.some((port) => {
    const [first, last = first] = (port ?? '0-65535').split('-').map(Number)
    return port === '0' || Number(last) - Number(first) >= 32_768
  })

/** `0.0.0.0/0`, and a half, a quarter … of it: nobody writes one alone. */
const isEverywhere = (network: string): boolean => Number(network.split('/')[1] ?? 32) < 8

/** A rule for every port whose peers are everybody: no peer at all, any namespace, any address. */
const isOpen = ({ peers, ports }: Rule, homes: readonly Labels[]): boolean =>
  isEveryPort(ports.map(({ port }) => port)) &&
  (peers.length === 0 ||
    peers.some(
      ({ namespaces, network, pods }) =>
        (network !== undefined && isEverywhere(network)) ||
        (namespaces !== undefined &&
          homes.every((labels) => selects(namespaces, labels)) &&
          (!pods || isEverything(pods))),
    ))

/** Pods without a label mean those of the namespace, unless the policy or a term means every namespace. */
const isAnyPod = ({ labels, terms }: Policy['pods'], isClusterwide: boolean): boolean =>
  Object.keys(labels).length === 0 &&
  (isClusterwide || terms.length > 0) &&
  terms.every(({ key, operator }) => key === 'io.kubernetes.pod.namespace' && operator !== 'In')

const isOpenInCilium = (
  { entities, isForAll, names, networks, pods, ports }: NonNullable<CiliumRule[Side]>[number],
  isClusterwide: boolean,
): boolean =>
  isEveryPort(ports) &&
  (isForAll ||
    entities.some((who) => /^(all|world(-ipv[46])?|cluster)$/.test(who)) ||
    networks.some(isEverywhere) ||
    names.includes('*') ||
    pods.some((one) => isAnyPod(one, isClusterwide)))

const closesInCilium = (rule: CiliumRule, side: Side): boolean =>
  rule.endpoints !== undefined &&
  isEverything(rule.endpoints) &&
  rule[side] !== undefined &&
  rule.denies[side] !== false
