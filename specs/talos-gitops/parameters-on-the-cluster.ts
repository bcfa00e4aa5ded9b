import { parameter } from '#harness'

const { duration, number, size, text, words } = parameter

/** Thresholds of the cluster, its network, its logs and what is delivered to it. */
export const clusterParameters = {
  'p.cluster.control_planes': number(1, 'control-plane nodes that the cluster has, exactly'),
  'p.cluster.workers': number(1, 'worker nodes that the cluster has, exactly'),
  'p.cluster.max_nodes': number(5000, 'nodes that the control plane is good for'),
  'p.cluster.max_rps': number(5000, 'requests a second that the API server is good for'),
  'p.node.lease_max_age': duration('60s', 'age at which a kubelet’s sign of life is too old'),
  'p.cp.lease_max_age': duration('60s', 'age at which a leader’s sign of life is too old'),
  'p.node.max_pods': number(110, 'pods that a kubelet is good for'),
  'p.node.pod_share': number(
    0.9,
    'largest share, 0 to 1, of its room for pods that a node may use',
  ),
  'p.node.min_cores': number(4, 'cores of a node, at least'),
  'p.node.max_cores': number(16, 'cores of a node, at most'),
  'p.node.min_memory': size('8GiB', 'memory of a node’s VM, at least'),
  'p.node.max_memory': size('64GiB', 'memory of a node’s VM, at most'),
  'p.node.min_disk': size('100GiB', 'disks of a node’s VM together, at least'),
  'p.node.max_disk': size('2048GiB', 'disks of a node’s VM together, at most'),
  'p.node.reserved_share': number(
    0.05,
    'largest share, 0 to 1, by which a kernel shows less memory than its VM has',
  ),
  'p.kubelet.max_skew': number(3, 'minor releases that a kubelet may be behind the API server'),

  'p.etcd.max_db': size('1536MiB', 'size of etcd’s database that still leaves it room'),
  'p.talos.version': text(
    '',
    'release of Talos that the infrastructure code declares, e.g. v1.11.5',
  ),
  'p.support.max_age': duration(
    '120d',
    'age at which the table of what is supported says nothing any more',
  ),
  'p.talos.extensions': words(
    'iscsi-tools util-linux-tools',
    'system extensions that every node has, and no other: Longhorn needs them',
  ),
  'p.talos.services': words(
    'apid containerd cri kubelet machined udevd',
    'services of Talos that run on every node',
  ),
  'p.talos.control_plane_services': words(
    'etcd trustd',
    'services of Talos that run on a control-plane node beside them',
  ),
  'p.talos.ports': words(
    '50000 10250 4240 4244 9878 9879 9890 9891 9962 9963 9964 7472 7946 30000 32443 80 443',
    'TCP ports that the programs of a node may listen on beyond loopback',
  ),
  'p.talos.control_plane_ports': words(
    '50001 6443 2379 2380 10257 10259',
    'TCP ports that those of a control-plane node may listen on beside them',
  ),
  'p.talos.udp_ports': words('8472', 'UDP ports that a node may take datagrams on'),
  'p.talos.privileged': words(
    'kube-system/cilium kube-system/tetragon longhorn-system/longhorn-manager longhorn-system/longhorn-csi-plugin longhorn-system/engine-image longhorn-system/instance-manager',
    'workloads that may be privileged on a node, as `namespace/name`',
  ),

  'p.pods.grace': duration('10m', 'longest time that a pod may take to become ready'),
  'p.pods.max_restarts': number(5, 'restarts of a container that are no crash loop yet'),
  'p.pods.restart_window': duration('24h', 'how long after a restart the number still counts'),
  'p.pods.max_toleration': duration(
    '5m',
    'longest time that an application stays on a node that is gone',
  ),
  'p.longhorn.node_down_policy': text(
    'delete-both-statefulset-and-deployment-pod',
    'what Longhorn does with pods of a node that is down',
  ),
  'p.apps.exempt_from_rolling': words(
    '',
    'deployments that are replaced at one stroke, as one node at a time can mount their volume',
  ),
  'p.apps.autoscaled': words('', 'deployments that scale by themselves'),
  'p.apps.max_replicas': number(10, 'replicas that an autoscaler may ask for, at most'),
  'p.services.idle': words('', 'services that may have nobody behind them, as `namespace/name`'),
  'p.mesh.features': words('enable-envoy-config', 'switches of Cilium that make it a service mesh'),

  'p.lookout.max_age': duration('10m', 'longest time since the pod that looks has looked'),

  'p.audit.max_age_days': number(30, 'days that the API server keeps its audit log, at least'),
  'p.audit.max_backups': number(10, 'files of it that are kept, at least'),
  'p.audit.max_size': number(100, 'megabytes of such a file, at least'),
  'p.audit.max_silence': duration('5m', 'longest time that nothing is written to it'),
  'p.audit.lag': duration('2m', 'longest time until a record is in the central store'),
  'p.audit.canary_max_age': duration('26h', 'longest time since our last request that was found'),
  'p.audit.retention': duration('90d', 'how long audit records are kept centrally, at least'),
  'p.logs.max_silence': duration('1h', 'longest time that a namespace sends no line'),

  'p.argocd.fresh': duration('15m', 'longest time since an application was compared with Git'),
  'p.argocd.progress': duration('15m', 'longest time that an application may be progressing'),
  'p.argocd.no_prune': words('', 'applications that may keep what left Git'),
  'p.argocd.overlooked': words('', 'applications that may overlook differences'),
  'p.argocd.suspended': words('', 'applications that may be suspended'),
  'p.argocd.unmanaged_ns': words(
    'kube-system kube-public kube-node-lease',
    'namespaces whose contents need not come from Git',
  ),
  'p.argocd.made_by_others': words(
    'longhorn-system/csi-attacher longhorn-system/csi-provisioner longhorn-system/csi-resizer longhorn-system/csi-snapshotter longhorn-system/longhorn-csi-plugin',
    'workloads that one from Git makes by itself, as `namespace/name`',
  ),
  'p.gitops.lag': duration('10m', 'longest time until a commit is deployed'),
  'p.gitops.repositories': words('', 'repositories that applications may come from'),
  'p.gitops.revisions': words('main', 'branches and tags that applications may follow'),
  'p.gitops.charts': words('', 'repositories that charts may come from'),

  'p.metallb.min_free': number(2, 'addresses that the pools keep in reserve, at least'),
  'p.exposure.services': words(
    'ingress-nginx/ingress-nginx-controller',
    'services that may be reached from outside the cluster',
  ),
  'p.ingress.controller': text('k8s.io/ingress-nginx', 'the controller that takes ingresses'),
  'p.ingress.unlimited': words('', 'ingresses without a limit of rate, as `namespace/name`'),
  'p.kustomize.extra': words('', 'folders that are rendered and delivered by nobody'),
  'p.bootstrap.tolerance': duration(
    '10m',
    'most by which a step may seem older than the one before',
  ),
} as const
