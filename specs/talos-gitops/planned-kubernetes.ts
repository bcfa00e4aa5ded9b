/** Cluster, network policies, audit logs and delivery: controls still to be written, and the statement of each. */
export const plannedKubernetes = {
  'firewall-rules-active': 'TG-190',
  'k8s-audit-canary-centralised': 'TG-53',
  'app-logs-centralised': 'TG-53',
  'log-store-healthy': 'TG-53',
  'audit-retention': 'TG-157',
  'scheduling-eviction-defaults': 'TG-163',
  'argocd-webhook-configured': 'TG-134',
} as const
