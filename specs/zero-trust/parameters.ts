import { parameter } from '#harness'

const { duration, number, size, text, words } = parameter

/** What the document leaves open, as thresholds that a lab may set otherwise. */
export const parameters = {
  'p.evidence.max_age': duration('15m', 'oldest sign of life that a judgement accepts as current'),

  'p.docs.min_bytes': number(400, 'bytes below which a document counts as a stub'),
  'p.docs.required_decisions': words(
    'hypervisor snapraid-mergerfs smb-model gpu-vm unprivileged-lxc tailscale-only no-ha',
    'choices whose record must name what else was possible and what follows',
  ),
  'p.docs.verified_max_age': duration('180d', 'longest time since somebody last tried a runbook'),

  'p.drill.scenarios': words(
    'disk-loss parity-disk-loss vm102-loss vm100-loss lxc-loss host-power-loss tailnet-loss file-deletion',
    'failures that need a runbook and a drill',
  ),
  'p.drill.needs_machine': words(
    'disk-loss parity-disk-loss host-power-loss',
    'drills that containers cannot show: they have neither disks nor firmware',
  ),
  'p.drill.live_only': words(
    'vm100-loss',
    'drills that only the lab itself can show, where it has a GPU: no replica has one',
  ),
  'p.drill.reboots': number(3, 'boots in a row that must end alike'),
  'p.drill.max_age': duration('90d', 'age at which the record of a drill stops counting'),
  'p.drill.max_leak': size('16MiB', 'most data on a consumer’s own disk while storage is away'),
  'p.drill.detect': duration('60s', 'longest time until a service shows that its storage is gone'),
  'p.drill.recover': duration('5m', 'longest time to be well again by itself once storage is back'),
  'p.rto.canary': duration('10m', 'longest time to rebuild the canary file from parity'),

  'p.hypervisor.allowed_listeners': words(
    'sshd pveproxy spiceproxy pvedaemon rpcbind node_exporter prometheus-node tailscaled',
    'programs that may listen on the hypervisor; none of them has to',
  ),
  'p.pve.min_release': text('8.0', 'oldest Proxmox VE release accepted; quote it in YAML'),
  'p.boot.max_time': duration('15m', 'longest time from power-on until every service is healthy'),
  'p.boot.max_spread': duration('3m', 'most by which the slowest boot may exceed the fastest'),
  'p.boot.storage_delay': duration(
    '60s',
    'shortest pause after VM102 starts, where no health check gates it',
  ),

  'p.metrics.required': words(
    'up parity_age pool_branches mount_ok gpu_ok smart_ok cert_days',
    'measurements that must be collected and shown',
  ),
  'p.metrics.freshness': duration('2m', 'age at which a sample is stale'),
  'p.metrics.textfile_max_age': duration(
    '1h',
    'age at which a file of the textfile exporter is stale',
  ),
  'p.alert.required': words(
    'ParityStale DiskMissing MountMissing MountReadOnly GuestDown GpuLost',
    'alerts that must exist, by rule name',
  ),
  'p.alert.max_latency': duration('5m', 'longest time from a fault until a person is told'),

  'p.docker.window': duration('24h', 'span in which restarts of a container are counted'),
  'p.docker.max_restarts': number(2, 'restarts in that span that are no crash loop yet'),
  'p.privilege.allowed_caps': words(
    'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT',
    'capabilities a container may hold: Docker’s default set without NET_RAW',
  ),
  'p.lxc.min_host_uid': number(100_000, 'lowest user id of the host that a container may map to'),

  'p.snapraid.min_parity': number(1, 'parity levels, at least'),
  'p.snapraid.sync_interval': duration('24h', 'longest time to the next scheduled sync'),
  'p.snapraid.max_age': duration('26h', 'longest time since the last sync that succeeded'),
  'p.snapraid.mtime_tolerance': duration(
    '15m',
    'most that content files and the sync that wrote them differ in time',
  ),
  'p.snapraid.max_removed': number(50, 'most files removed since the last sync'),
  'p.snapraid.delete_threshold': number(50, 'most removed files that the sync job may accept'),
  'p.snapraid.scrub_oldest_days': number(60, 'most days since the block checked longest ago'),
  'p.snapraid.scrub_newest_days': number(8, 'most days since the block checked last'),
  'p.snapraid.max_unscrubbed': number(0.05, 'largest share of the array, 0 to 1, never checked'),
  'p.snapraid.canary_dir': text(
    '/mnt/disk1/.verify',
    'folder of our own where a drill may lose a file',
  ),
  'p.mergerfs.create_policy': words(
    'mfs epmfs',
    'create policies accepted; one of them is in force',
  ),
  'p.mergerfs.min_free': size(
    '20GiB',
    'free space a disk must keep: the least that minfreespace may be',
  ),
  'p.smb.encrypt': text('required', 'the server’s encryption setting'),
  'p.smb.probe_dir': text('.verify', 'folder of our own in a share where a write may be tried'),

  'p.gpu.count': number(1, 'GPUs that VM100 must see, at least'),
  'p.gpu.accepted_xid': words('', 'NVIDIA Xid codes that are known and harmless here'),
  'p.stream.min_mbps': number(100, 'megabits per second to a client on the LAN, at least'),
  'p.stream.max_ttfb': duration('500ms', 'longest time until the first byte of a stream'),
  'p.nextcloud.min_version': text('29', 'oldest Nextcloud release accepted; quote it in YAML'),

  'p.lan.management_ports': words(
    '21 22 23 111 139 445 2049 2375 2376 3000 3128 3306 3389 5432 5900 6379 8006 9090 9093 9100 10250 11211 27017',
    'ports that manage something or lead past a service to its data',
  ),
  'p.scan.tcp_ports': text(
    '1-65535',
    'TCP ports that a look has to try on every address before what it missed counts as closed',
  ),
  'p.scan.udp_ports': words(
    '53 67 69 123 137 161 500 1194 1900 3478 4500 5060 5351 5353 7359 32410 34197 41641 51820',
    'UDP ports tried from the internet',
  ),
  'p.access.window': duration('7d', 'how far back access logs are read'),
  'p.access.max_latency': duration('2s', 'longest time to an answer over the tailnet'),
  'p.tailnet.stale_after': duration('90d', 'longest time a device of the tailnet may be unseen'),

  'p.updates.max_delay': duration('7d', 'longest time a security update may wait'),
  'p.updates.eol_table': words(
    'debian:12=2028-06-30 debian:13=2030-06-30 ubuntu:22.04=2027-04-01 ubuntu:24.04=2029-04-01 ubuntu:26.04=2031-04-01',
    'last day of security fixes (Debian: LTS included) as `id:version=date`; a release not listed is past it',
  ),
  'p.versions.min': words(
    'proxmox=8.0 docker=20.10 snapraid=12.0 mergerfs=2.33 samba=4.17 prometheus=2.42 grafana=11.0 tailscale=1.60',
    'oldest version accepted as `component=version`',
  ),
} as const
