import { parameter } from '#harness'
import { parametersOfOperation } from './parameters-of-operation.ts'

const { duration, number, size, text, words } = parameter

/** What the document leaves open, as thresholds that a lab may set otherwise. */
export const parameters = {
  'p.evidence.max_age': duration('15m', 'oldest sign of life that a judgement accepts as current'),

  'p.storage.min_free': number(0.15, 'least share of a storage that is free, 0 to 1'),
  'p.storage.max_use': number(0.85, 'largest share of a store in use, 0 to 1'),
  'p.share.protocols': words('smb nfs', 'protocols by which files may be shared'),
  'p.share.nfs_min': number(4, 'oldest NFS version that may answer'),

  'p.iac.max_skipped_ratio': number(0.25, 'largest share of Ansible tasks that a dry run may skip'),
  'p.iac.floating_tags': words(
    'latest stable edge main master nightly develop',
    'tags of images that mean another image tomorrow',
  ),
  'p.iac.report_max_age': duration('26h', 'age at which a report of drift stops counting'),
  'p.ansible.max_age': duration('30d', 'longest time since Ansible last went through on a host'),
  'p.docs.min_bytes': number(400, 'bytes below which a document counts as a stub'),
  'p.rollback.max_time': duration('15m', 'longest time to be well on the revision before'),

  'p.vlan.min_count': number(2, 'VLANs, at least'),
  'p.scan.tcp_ports': text(
    '1-65535',
    'TCP ports that a look has to try on every address before what it missed counts as closed',
  ),
  'p.hypervisor.allowed_listeners': words(
    'sshd pveproxy pvedaemon spiceproxy rpcbind corosync node_exporter prometheus-node alloy chronyd master',
    'programs that may listen on a hypervisor',
  ),
  'p.rbac.max_admins': number(2, 'people with every right at the hypervisor, at most'),

  'p.ha.services': words('dns', 'services that have more than one instance'),
  'p.ha.min_instances': number(2, 'instances of those that are well, at least'),
  'p.ha.max_gap': duration('30s', 'longest time without an answer when an instance is lost'),
  'p.ha.min_success': number(0.99, 'least share of answers while one is lost, 0 to 1'),

  'p.defence.min_controls': number(2, 'defences of a service that fail apart, at least'),
  'p.privilege.allowed_caps': words(
    'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT',
    'capabilities a container may hold: Docker’s default set without NET_RAW',
  ),

  'p.updates.list_max_age': duration('48h', 'longest time since package lists were fetched'),
  'p.updates.max_delay': duration('7d', 'longest time a security update may wait'),
  'p.updates.reboot_max_delay': duration('14d', 'longest time a reboot that is due may wait'),
  'p.updates.eol_table': words(
    'debian:12=2028-06-30 debian:13=2030-06-30 ubuntu:22.04=2027-04-01 ubuntu:24.04=2029-04-01 ubuntu:26.04=2031-04-01',
    'last day of security fixes as `id:version=date`; a release not listed is past it',
  ),
  'p.images.max_age': duration('180d', 'age at which an image is too old to run'),

  'p.tls.hsts_min': number(15_552_000, 'seconds that HSTS has to hold, at least'),
  'p.tls.min_days_left': number(21, 'days that a certificate has left, at least'),

  'p.pve.min_release': text('8.0', 'oldest Proxmox VE release accepted; quote it in YAML'),
  'p.sizing.max_mem_overcommit': number(1, 'memory of guests to memory of their node, at most'),
  'p.sizing.max_cpu_overcommit': number(4, 'cores of guests to threads of their node, at most'),
  'p.sizing.cpu_p95': number(0.8, 'share of a processor in use in 95 of 100 moments, at most'),
  'p.sizing.mem_free': number(0.1, 'share of memory that is free, at least'),
  'p.sizing.disk_days': number(30, 'days until a disk is full at the rate of now, at least'),

  'p.docker.min_version': text('24.0', 'oldest Docker Engine accepted; quote it in YAML'),
  'p.docker.min_compose': text('2.20', 'oldest Docker Compose accepted; quote it in YAML'),
  'p.data.roots': words('/srv /opt/stacks', 'folders below which data of containers may be'),
  'p.data.max_rw_layer': size('512MiB', 'most that a container may write beside its volumes'),

  ...parametersOfOperation,
} as const
