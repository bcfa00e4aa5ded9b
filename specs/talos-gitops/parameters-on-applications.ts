import { parameter } from '#harness'

const { duration, number, text, words } = parameter

/** What applications are, and how they have to be declared. Workloads are `namespace/name`. */
export const applicationParameters = {
  'p.apps.stateless': words('dashboard/dashboard', 'applications that keep no data'),
  'p.apps.stateful': words(
    'paperless/paperless=/data open-webui/open-webui=/data',
    'applications that keep data, and the folder in which they do, as `namespace/name=folder`',
  ),
  'p.apps.auxiliary': words('paperless/broker', 'workloads that only serve an application'),
  'p.apps.sidecars': words(
    'vault-agent vault-agent-init',
    'containers that others put into pods, and that need no probes of their own',
  ),
  'p.apps.without_probes': words('', 'workloads whose containers need no probes'),
  'p.apps.min_replicas': number(2, 'replicas of a stateless application, at least'),
  'p.apps.min_grace': duration('10s', 'shortest time that a pod gets to stop'),
  'p.apps.quota_replicas': number(10, 'replicas of a stateless application that quotas allow'),
  'p.jobs.grace': duration('1h', 'longest time that a scheduled job may take to end well'),
  'p.daemonsets.workers_only': words(
    'longhorn-system/longhorn-manager longhorn-system/longhorn-csi-plugin',
    'DaemonSets that are meant for workers alone',
  ),
  'p.k8s.privileged': words(
    'kube-system/kube-apiserver kube-system/kube-controller-manager kube-system/kube-scheduler kube-system/cilium kube-system/cilium-envoy kube-system/cilium-operator kube-system/tetragon longhorn-system/longhorn-manager longhorn-system/longhorn-csi-plugin longhorn-system/engine-image longhorn-system/instance-manager metallb-system/speaker monitoring/alloy',
    'workloads that may use their host, as `namespace/name`',
  ),
  'p.scan.max_age': duration('48h', 'longest time since an image was scanned'),
  'p.scan.fix_window': duration('30d', 'longest time that a critical hole with a fix may stay'),
  'p.signatures.controller': text(
    'kube-system/kyverno-admission-controller',
    'workload that looks at signatures before a pod is taken',
  ),
  'p.scan.accepted': words('', 'holes that are accepted, by their number'),
} as const
