import type { Ruling } from '#harness'

/** Where the document disagrees with itself about the cluster and what is delivered to it, and how it is read here. */
export const rulingsOnTheCluster: readonly Ruling[] = [
  {
    id: 'control-plane-three-versus-one',
    between: ['TG-84', 'TG-160', 'TG-166'],
    conflict:
      'The diagram shows three control-plane nodes and calls that highly available; elsewhere there is one, and one is called enough.',
    ruling:
      'Exactly one control-plane node, and it is healthy. Three are a later stage that has to be declared.',
    because: 'The owner decided so.',
    affects: [
      'talos-gitops/one-healthy-control-plane-node',
      'talos-gitops/scale-out-control-plane-future',
      'talos-gitops/etcd-healthy',
    ],
    override: ['p.cluster.control_planes'],
  },
  {
    id: 'workers-two-to-six-versus-one',
    between: ['TG-85', 'TG-160', 'TG-166'],
    conflict: 'The diagram shows two to six workers; the present number is given as one.',
    ruling: 'One worker, and it is healthy.',
    because: 'What is said of the present outweighs a picture of the later stage.',
    affects: [
      'talos-gitops/one-healthy-worker-node',
      'talos-gitops/stateless-apps-replicated',
      'talos-gitops/drill-node-drain-respects-pdb',
    ],
    override: ['waiver'],
  },
  {
    id: 'availability-claims-versus-single-nodes',
    between: ['TG-79', 'TG-86', 'TG-160'],
    conflict:
      'Several nodes, failover and automatic recovery are claimed for a cluster with one node of each kind.',
    ruling:
      'No control asserts failover between nodes; how long recovery takes is measured in drills.',
    because: 'What cannot happen cannot be demanded, and what happens instead can be timed.',
    affects: [
      'talos-gitops/drill-worker-node-recovery',
      'talos-gitops/drill-ingress-failover',
      'talos-gitops/seven-layers-evidenced',
    ],
    override: ['waiver'],
  },
  {
    id: 'rescheduling-without-a-target',
    between: ['TG-224', 'TG-160'],
    conflict: 'Pods are to move away from a failed worker, but there is only one.',
    ruling:
      'They are judged by whether they start again on the same worker, and reported as not redundant.',
    because: 'It is the only place they may run on.',
    affects: [
      'talos-gitops/drill-worker-node-recovery',
      'talos-gitops/scheduling-eviction-defaults',
    ],
  },
  {
    id: 'longhorn-before-networking',
    between: ['TG-124', 'TG-75'],
    conflict:
      'Storage is installed before the network; without a network plugin no pod of Longhorn starts.',
    ruling: 'The plugin is a step before the first one; the order is judged for everything else.',
    because:
      'The sentence lists what is added to a running cluster, and a cluster runs only with its plugin.',
    affects: ['talos-gitops/bootstrap-order-declared', 'talos-gitops/bootstrap-order-observed'],
  },
  {
    id: 'coredns-for-users',
    between: ['TG-130', 'TG-76'],
    conflict:
      'A user’s request is drawn as resolved by CoreDNS, which is there for services inside.',
    ruling:
      'Names of services are judged inside, names of applications where users resolve them; both end at the address of MetalLB.',
    because: 'Nobody outside asks the cluster for a name.',
    affects: ['talos-gitops/coredns-healthy', 'talos-gitops/ingress-routes-work'],
  },
  {
    id: 'kubelet-schedules',
    between: ['TG-109', 'TG-84'],
    conflict: 'The flow has the kubelet schedule pods; the diagram has a scheduler for that.',
    ruling: 'The scheduler schedules, and its lease is what is judged.',
    because: 'A slip of wording: a kubelet runs what it is given.',
    affects: ['talos-gitops/cp-components-leases-fresh'],
  },
  {
    id: 'git-as-truth-versus-manual-bootstrap',
    between: ['TG-104', 'TG-124'],
    conflict:
      'Git is the one source, delivered by ArgoCD; seven steps happen before ArgoCD is there.',
    ruling:
      'What was installed by hand is adopted by ArgoCD afterwards, or its namespace is listed as not managed.',
    because: 'A bootstrap has to begin outside; that it stays outside has to be said.',
    affects: [
      'talos-gitops/cluster-has-no-unmanaged-workloads',
      'talos-gitops/bootstrap-components-present',
    ],
    override: ['p.argocd.unmanaged_ns'],
  },
  {
    id: 'webhook-versus-polling',
    between: ['TG-134', 'TG-109'],
    conflict: 'One flow has a webhook tell ArgoCD, the other has ArgoCD watch Git.',
    ruling: 'Both are allowed. The delay is judged; the webhook is a goal.',
    because: 'What counts is how soon a commit is there.',
    affects: [
      'talos-gitops/argocd-webhook-configured',
      'talos-gitops/argocd-deployed-revision-is-head',
    ],
    override: ['waiver'],
  },
  {
    id: 'etcd-limit-attribution',
    between: ['TG-173', 'TG-174'],
    conflict: 'About 5000 nodes are given as a limit of etcd and as one of Kubernetes.',
    ruling: 'It is judged as a number of nodes, whoever sets it.',
    because: 'The lab is three orders of magnitude away from it.',
    affects: ['talos-gitops/cluster-scale-limits'],
  },
  {
    id: 'ingress-nginx-end-of-life',
    between: ['TG-99', 'TG-141'],
    conflict:
      'Ingress-NGINX is the entry; its upstream ended maintenance in March 2026, and security is to be part of the building.',
    ruling:
      'That the entry runs is judged apart from whether it is maintained. Which controller is meant is a parameter.',
    because:
      'The lab may be right by its document and still need a successor: two findings, not one.',
    affects: ['talos-gitops/ingress-controller-maintained', 'talos-gitops/ingress-nginx-ready'],
    override: ['waiver'],
  },
]
