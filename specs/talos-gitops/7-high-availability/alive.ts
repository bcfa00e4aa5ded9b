import { ageWhenSeen, every, saw, type Views } from '#harness'

/** Whether a kubelet shows signs of life. Its node stays Ready in the list when nobody is left to say otherwise. */
export const isAlive = (views: Views, nodes: readonly { readonly name: string }[]): void =>
  every(nodes, 'has a kubelet that shows signs of life', ({ name }) =>
    saw(
      views.lab.kubeLeases,
      (lease) =>
        lease.namespace === 'kube-node-lease' &&
        lease.name === name &&
        Math.abs(ageWhenSeen(views, 'kubeLeases', lease.renewedAt)) <=
          views.parameter.seconds('p.node.lease_max_age'),
    ),
  )

/** Whether a node says of itself that pods may be put on it. */
export const isReady = ({
  conditions,
}: {
  readonly conditions: readonly { readonly type: string; readonly status: string }[]
}): boolean => conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
