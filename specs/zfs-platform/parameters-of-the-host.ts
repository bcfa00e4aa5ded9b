import { parameter } from '#harness'

const { duration, number, size, text, words } = parameter

/** What the document leaves open about the host, its storage, its network and its system layer. */
export const parametersOfTheHost = {
  'p.evidence.max_age': duration('15m', 'oldest sign of life that a judgement accepts as current'),

  'p.pve.min_release': text('8.0', 'oldest Proxmox VE release accepted; quote it in YAML'),
  'p.hypervisor.allowed_listeners': words(
    'sshd pveproxy spiceproxy pvedaemon rpcbind node_exporter prometheus-node systemd-resolve chronyd',
    'programs that may listen on the hypervisor; none of them has to',
  ),

  'p.zfs.max_capacity': number(80, 'percent of the pool that may be full'),
  'p.zfs.scrub_max_age': duration('35d', 'longest time since a scrub ended'),
  'p.zfs.service_snapshot_max_age': duration(
    '26h',
    'longest time since a dataset of services was snapshotted',
  ),
  'p.zfs.media_snapshot_max_age': duration(
    '170h',
    'longest time since a dataset of media was snapshotted',
  ),
  'p.zfs.service_snapshots': number(7, 'snapshots that a dataset of services has, at least'),
  'p.zfs.media_snapshots': number(4, 'snapshots that a dataset of media has, at least'),
  'p.zfs.root_max_size': size('64MiB', 'most data that may lie in the root of the pool itself'),
  'p.zfs.uncompressed': words('', 'datasets that may be uncompressed'),
  'p.drill.max_age': duration('90d', 'age at which the record of a drill stops counting'),
  'p.backup.max_age': duration('26h', 'longest time since a backup ended'),
  'p.restore.max_time': duration('15m', 'longest time to read a snapshot back'),

  'p.scan.tcp_ports': text(
    '1-65535',
    'TCP ports that a look has to try on every address before what it missed counts as closed',
  ),
  'p.scan.udp_ports': words(
    '53 67 69 123 137 161 500 1194 1900 3478 4500 5060 5351 5353 7359 32410 34197 41641 51820',
    'UDP ports tried from the internet',
  ),

  'p.dns.filter_max_age': duration('7d', 'age at which a list of blocked names is stale'),

  'p.lxc.max_memory': size('1GiB', 'memory that a container of the system may be given'),
  'p.lxc.max_start': duration('15s', 'longest time from the start of a container until it is up'),
} as const
