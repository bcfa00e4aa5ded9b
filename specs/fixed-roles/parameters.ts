import { parameter } from '#harness'

const { duration, number, size, text, words } = parameter

/** What the document leaves open, as thresholds that a lab may set otherwise. */
export const parameters = {
  'p.evidence.max_age': duration('15m', 'oldest sign of life that a judgement accepts as current'),

  'p.lyra.lan_ports': words('22', 'ports that a machine of development may offer'),
  'p.nova.lan_ports': words('22', 'ports that an access machine may offer'),
  'p.control.ports': words(
    '8006 2375 2376 2377 6443 9090 9443 10250 16509',
    'ports at which hypervisors, engines and clusters are controlled',
  ),
  'p.lyra.max_container_age': duration('24h', 'age at which a container for a test is a service'),
  'p.lyra.ephemeral_volumes': words(
    'buildx_buildkit_ tmp_ ci_',
    'beginnings of names of volumes that may be lost with the machine',
  ),
  'p.git.max_unpushed': number(0, 'commits of a branch that exist nowhere else, at most'),

  'p.nova.state_max_age': duration('7d', 'age at which a file of state counts as left behind'),
  'p.access.max_login': duration('10s', 'longest time that a login for administration may take'),
  'p.editor.max_age': duration(
    '30d',
    'age at which the folder of an editor’s server is a leftover',
  ),

  'p.proxima.listeners': words(
    '22/tcp 8006/tcp 3128/tcp 111/tcp 111/udp lo:323/udp lo:25/tcp lo:85/tcp',
    'ports that a stock Proxmox node listens on; with `lo:`, on loopback alone',
  ),
  'p.proxima.max_extra_packages': number(
    10,
    'packages beyond the baseline of the hypervisor, each with a reason, at most',
  ),
  'p.proxima.availability': number(0.995, 'share of the window, 0 to 1, in which a service is up'),
  'p.proxima.samples': number(0.95, 'share of the probes, 0 to 1, that must have been made'),
  'p.proxima.probe_interval': duration(
    '5m',
    'longest time between two probes: whatever ends between them was never seen',
  ),
  'p.proxima.boot_to_healthy': duration(
    '10m',
    'longest time from power-on until every service is healthy',
  ),

  'p.rhea.base_units': words(
    'cron dbus ssh smartmontools docker containerd chrony rsyslog networking ifupdown polkit unattended-upgrades getty user udisks2 mdmonitor zfs-zed nftables prometheus-node-exporter',
    'services of the base system that a machine for media and files may run',
  ),
  'p.dev.allowed_tools': words(
    '',
    'packages that look like development and are needed otherwise, e.g. by a kernel module',
  ),
  'p.storage.export_ports': words(
    '139 445 548 873 2049 3260 9000 24007',
    'ports at which storage is offered: SMB, AFP, rsync, NFS, iSCSI, object stores, Gluster',
  ),
  'p.engine.ports': words('2375 2376 2377 4243', 'ports at which engines of containers answer'),
  'p.lxc.native_listeners': words(
    'sshd docker-proxy prometheus-node node_exporter systemd systemd-resolve',
    'programs that may listen in a guest beside its containers',
  ),
  'p.lxc.min_running': number(2, 'containers that must run before they are several'),
  'p.lxc.min_host_uid': number(100_000, 'lowest user id of the host that a container may map to'),
  'p.lxc.host_reserve': size('4GiB', 'memory that is left to the hypervisor itself'),
  'p.lxc.max_start': duration('20s', 'longest time in which a container starts'),
  'p.lxc.max_overhead': size(
    '128MiB',
    'memory of a container beyond that of its services, at most',
  ),

  'p.storage.local_types': words(
    'zfspool lvmthin lvm dir btrfs',
    'types of Proxmox storage that are local to the node',
  ),
  'p.storage.max_layer': size('64MiB', 'most that a container may write outside its volumes'),
  'p.storage.allowed_binds': words(
    '/etc/localtime /etc/timezone /dev/ /sys/ /proc/',
    'paths of the host that may be mounted into a container because they hold no data',
  ),
  'p.storage.state_paths': text(
    String.raw`\.(sqlite3?|db|ldf|mdb|rdb|aof|ibd|frm|wt|bolt|ldb|kdbx)(-wal|-shm|-journal)?$|/ibdata\d|/(pg_wal|PG_VERSION)(/|$)|/(uploads|attachments|repositories|tsdb|wal|appendonlydir)(/|$)`,
    'regular expression of paths that are state wherever they are written',
  ),

  'p.wan.listeners': words(
    '',
    'ports that listen for the internet by decision and are not for the LAN, as `host:port/protocol`',
  ),
  'p.docs.architecture': text('docs/01-architecture.md', 'path of the architecture page'),
  'p.docs.min_bytes': number(200, 'bytes below which a document counts as a stub'),
  'p.adr.max_age': duration('365d', 'age at which a decision has to be looked at again'),
  'p.drill.max_age': duration('90d', 'age at which the record of a drill stops counting'),
  'p.drill.smoke_max_age': duration('14d', 'age at which a build that worked stops counting'),
  'p.drill.detect': duration('60s', 'longest time until a health check notices an outage'),
  'p.drill.max_slowdown': number(3, 'times the usual that an answer may take while a drill runs'),
  'p.monitoring.max_gap': duration('2m', 'longest pause of samples while a core guest is stopped'),

  'p.scan.tcp_ports': text(
    '1-65535',
    'TCP ports that a look has to try on every address before what it missed counts as closed',
  ),
  'p.scan.udp_ports': words(
    '53 67 69 123 137 161 500 1194 1900 3478 4500 5060 5351 5353 7359 32410 34197 41641 51820',
    'UDP ports tried from the internet',
  ),
} as const
