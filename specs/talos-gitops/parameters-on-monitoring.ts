import { parameter } from '#harness'

const { duration, number, text, words } = parameter

/** Thresholds of what is measured and watched, and of how fast things are. */
export const monitoringParameters = {
  'p.alerts.nodes': words(
    'KubeNodeNotReady KubeNodeUnreachable KubeletDown',
    'rules that watch nodes, by name',
  ),
  'p.alerts.audit': words(
    'AuditForbiddenSpike AuditPodExec AuditSecretReads VaultDeniedSpike',
    'rules that watch the audit logs, by name',
  ),
  'p.alerts.max_age': duration('10m', 'longest time since a rule was evaluated'),
  'p.metrics.jobs': words(
    'apiserver kubelet kube-state-metrics node cilium longhorn ingress-nginx argocd vault coredns applications',
    'jobs of Prometheus that have to have targets',
  ),
  'p.metrics.per_node': words('kubelet cilium', 'jobs that have to have every node as a target'),
  'p.metrics.max_age': duration('2m', 'longest time since a target was measured'),
  'p.tracing.services': words(
    'paperless open-webui ingress-nginx',
    'services that have to send traces, by their own name',
  ),
  'p.tracing.max_silence': duration('24h', 'longest time without a trace of a service'),
  'p.ids.sensor': text('kube-system/tetragon', 'DaemonSet that detects intrusions'),
  'p.ids.canary_max_age': duration('7d', 'longest time since an intrusion was staged'),
  'p.net.cards': words('eno1', 'network cards of the hypervisor that have to have a link'),
  'p.net.min_bits': number(1e9, 'bits a second that a network card has agreed on, at least'),
  'p.net.max_errors': number(1e-6, 'largest share of packets, 0 to 1, that are broken or lost'),
  'p.latency.pods': duration('5ms', 'longest time from pod to pod, for 95 of 100 packets'),
  'p.latency.storage': duration('50ms', 'longest time of reading and writing, 95 of 100 times'),
  'p.latency.api': duration('1500ms', 'longest time of a list of the API server, 95 of 100 times'),
} as const
