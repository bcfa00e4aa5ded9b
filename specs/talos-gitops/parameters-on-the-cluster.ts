import { parameter } from '#harness'

const { number, words } = parameter

/** Thresholds of the cluster, its network, its logs and what is delivered to it. */
export const clusterParameters = {
  'p.cluster.control_planes': number(1, 'control-plane nodes that the cluster has, exactly'),
  'p.argocd.unmanaged_ns': words(
    'kube-system kube-public kube-node-lease',
    'namespaces whose contents need not come from Git',
  ),
} as const
