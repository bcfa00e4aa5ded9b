import { parameter } from '#harness'

const { duration, number, text, words } = parameter

/** Thresholds of the hypervisor, the code, secrets, access and encryption; and those of every look. */
export const platformParameters = {
  'p.evidence.max_age': duration('15m', 'oldest sign of life that a judgement accepts as current'),
  'p.pve.max_nodes': number(16, 'hypervisors that the design has room for'),
  'p.pve.automation_user': text('tofu@pve', 'account of the hypervisor that automation uses'),
  'p.pve.replication_max_age': duration('1h', 'longest time since a replication that succeeded'),
  'p.pve.replications': words(
    '',
    'replication jobs between hypervisors that are meant, e.g. 101-0',
  ),
  'p.attestation.max_age': duration(
    '365d',
    'age at which what a person vouched for stops counting',
  ),
  'p.packer.max_age': duration('180d', 'age at which a template of Packer is outdated'),
  'p.tofu.data_disk_inputs': words('vm_name size backup_tier', 'variables of the data disk module'),
  'p.tofu.data_disk_outputs': words('disk_id pool_name', 'outputs of the data disk module'),
  'p.tofu.server_inputs': words('name cpu memory disk network', 'variables of the server module'),
  'p.tofu.server_outputs': words('vm_id ip_address', 'outputs of the server module'),
  'p.tofu.automation_user_inputs': words(
    'username permissions',
    'variables of the automation user module',
  ),
  'p.tofu.automation_user_outputs': words('api_token', 'outputs of the automation user module'),
  'p.pve.installer_bridges': words('', 'interfaces of a node that code need not manage'),
  'p.vms.unmanaged': words('', 'ids of VMs that OpenTofu need not manage'),
  'p.tofu.plan_max_age': duration('26h', 'age at which a plan is no longer fresh'),
  'p.tofu.min_resources': number(1, 'resources that each root manages, at least'),
  'p.tofu.ignored_changes': words('', 'attributes whose changes OpenTofu may be told to ignore'),
  'p.tofu.drift_allow': words('', 'addresses of resources that may drift'),
  'p.tofu.drift_interval': duration('26h', 'longest time between two looks for drift'),
  'p.git.reviewed_ratio': number(0.9, 'share of changes, 0 to 1, that came by merge or signed'),
  'p.git.secret_findings_allow': words('', 'fingerprints of findings that are no secrets'),
  'p.rbac.public_bindings': words(
    'system:public-info-viewer',
    'bindings that may name people who did not log in',
  ),
  'p.rbac.admin_subjects': words('', 'users and groups, as `User name`, that may do everything'),
  'p.rbac.cluster_admin_allow': words(
    '',
    'accounts, as `ServiceAccount namespace/name`, that may do everything',
  ),
  'p.rbac.secret_readers': words(
    '',
    'subjects that may read secrets outside their own namespace, beside those that may do everything',
  ),
  'p.rbac.node_proxy_allow': words('', 'subjects that may reach nodes through the API server'),
  'p.rbac.api_clients': words(
    '',
    'accounts, as `namespace/name`, of applications that talk to the Kubernetes API',
  ),
  'p.rbac.cross_namespace': words(
    '',
    'subjects that may have rights in a namespace that is not theirs',
  ),
  'p.vault.storage_types': words(
    'raft file consul postgresql',
    'kinds of storage that outlive a restart',
  ),
  'p.vault.known_barrier': words(
    '1. 2.',
    'beginnings of releases whose barrier is known to be AES-256-GCM',
  ),
  'p.vault.max_ttl': duration('24h', 'longest time that what a pod gets from Vault is good for'),
  'p.vault.min_audit_devices': number(1, 'audit devices, at least'),
  'p.vault.rotation_max_age': duration('180d', 'age at which a secret has to be renewed'),
  'p.vault.consumers': words('', 'workloads, as `namespace/account`, that ask for secrets'),
  'p.tls.public_hosts': words('', 'hosts whose certificates come from a public authority'),
  'p.vault.audit_max_age': duration(
    '26h',
    'age at which an entry of the audit log proves nothing any more',
  ),
  'p.tls.min_version': text(
    'tls1_3',
    'oldest version of TLS that an endpoint may speak: tls1_2 or tls1_3',
  ),
  'p.tls.min_left': duration('14d', 'shortest time that a certificate still has to hold'),
  'p.ollama.models': words('', 'models that the model server has'),
  'p.apps.public': words('', 'hosts that may show something without a login'),
  'p.zfs.pools': words('rpool backup', 'pools of the hypervisor, all of them'),
  'p.zfs.max_device_errors': number(0, 'errors of one kind that a device may have counted'),
  'p.zfs.scrub_max_age': duration('35d', 'longest time since a scrub that found nothing'),
  'p.zfs.snapshot_prefix': text('autosnap_', 'how the names of snapshots of the schedule begin'),
  'p.zfs.snapshot_max_age': duration('26h', 'longest time since the last snapshot of the schedule'),
  'p.zfs.snapshot_exempt': words('', 'disks, as `storage:volume`, that need no snapshots'),
  'p.pve.patch_max_age': duration('14d', 'age at which lists of packages say nothing any more'),
  'p.vault.k8s_secret_allow': words(
    '',
    'Secret objects, as `namespace/name`, that workloads may use although they are not from Vault',
  ),
  'p.scan.tcp_ports': text(
    '1-65535',
    'TCP ports that a look has to try on every address before what it missed counts as closed',
  ),
} as const
