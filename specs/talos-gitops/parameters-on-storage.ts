import { parameter } from '#harness'
import { applicationParameters } from './parameters-on-applications.ts'
import { backupParameters } from './parameters-on-backup.ts'
import { longhornParameters } from './parameters-on-longhorn.ts'
import { monitoringParameters } from './parameters-on-monitoring.ts'

const { duration, number, words } = parameter

/** Thresholds of storage, backup, applications and recovery. */
export const storageParameters = {
  ...applicationParameters,
  ...backupParameters,
  ...longhornParameters,
  ...monitoringParameters,

  'p.docs.max_age': duration('365d', 'longest time since the architecture page was updated'),
  'p.compliance.interval': duration('26h', 'longest time since a stored run of this suite'),
  'p.compliance.max_unverifiable': number(
    0.2,
    'largest share of controls, 0 to 1, that a run may leave unverified',
  ),

  'p.drill.max_age': duration('90d', 'age at which the record of a drill stops counting'),
  'p.drill.optional': words(
    'longhorn-replica-rebuild audit-tamper-evident',
    'drills that need not have been done',
  ),
  'p.drill.live_only': words(
    'worker-node-recovery talos-upgrade-rollback tofu-drift-detected vm-rebuild-from-code pbs-vm-restore longhorn-snapshot-revert longhorn-backup-restore vault-restart-unseal node-drain-respects-pdb full-site-cold-start',
    'drills that only the lab itself can show',
  ),
  'p.drill.pod.rto': duration('60s', 'longest time until a deleted pod is replaced'),
  'p.drill.worker.rto': duration(
    '15m',
    'longest time until all applications of a reset worker answer',
  ),
  'p.drill.cp.rto': duration('1h', 'longest time to rebuild the control plane'),
  'p.drill.cp.max_difference': number(0.02, 'largest share of objects, 0 to 1, that may differ'),
  'p.etcd.min_keys': number(500, 'keys that an etcd snapshot holds, at least'),
  'p.drill.upgrade.rto': duration('20m', 'longest time until a failed upgrade is undone'),
  'p.drill.gitops.rto': duration('10m', 'longest time from a push until it is synced and healthy'),
  'p.drill.drift.rto': duration('5m', 'longest time that a change by hand may stand'),
  'p.argocd.accounts': words(
    'system:serviceaccount:argocd:argocd-application-controller',
    'accounts with which ArgoCD changes the cluster',
  ),
  'p.tofu.drift_interval': duration('26h', 'longest time until a drift run has looked'),
  'p.drill.rebuild.rto': duration('30m', 'longest time to build a VM again from code'),
  'p.drill.restore.guests': words('postgres', 'guests whose restore from a backup is exercised'),
  'p.drill.snapshot.rto': duration('5m', 'longest time to return a volume to a snapshot'),
  'p.drill.replica.rto': duration('15m', 'longest time until a volume has all replicas again'),
  'p.drill.replica.gap': duration('5s', 'longest pause in reading and writing meanwhile'),
  'p.drill.vault.rto': duration('15m', 'longest time until Vault serves again, people included'),
  'p.drill.ingress.gap': duration('15s', 'longest time without an answer at the entry'),
  'p.drill.drain.rto': duration('10m', 'longest time to drain the worker and have all pods back'),
  'p.ids.lag': duration('5m', 'longest time until forbidden traffic has left a trace'),
  'p.drill.site.rto': duration('1h', 'longest time from power until everything is back'),
  'p.drill.site.manual_steps': words('unseal-vault', 'what people have to do after a power cut'),
} as const
