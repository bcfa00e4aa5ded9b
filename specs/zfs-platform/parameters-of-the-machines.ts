import { parameter } from '#harness'

const { duration, number, size, words } = parameter

/** What the document leaves open about the virtual machines, and what runs in them. */
export const parametersOfTheMachines = {
  'p.lan.prefix_length': number(24, 'prefix length of every address in the LAN'),
  'p.vm.min_memory_share': number(0.92, 'share of its memory, 0 to 1, that a machine sees itself'),
  'p.vm.min_root_share': number(0.9, 'share of its disk, 0 to 1, that the root file system has'),
  'p.vm.listeners': words(
    'sshd prometheus-node node_exporter chronyd systemd-resolve systemd-network dhclient',
    'programs of every machine that may listen beside its containers',
  ),
  'p.vm.neutral_domains': words('agents', 'domains of placement.stacks that may be on any machine'),
  'p.host.memory_reserve': size('8GiB', 'memory that the hypervisor keeps for itself'),
  'p.host.cpu_overcommit': number(3, 'processors promised for each one that is there'),
  'p.cloud.cron_max_age': duration('15m', 'longest time since Nextcloud did its background jobs'),
  'p.vault.max_skew': duration('1m', 'most by which the moment in an answer may differ from ours'),
  'p.tls.min_left': duration('14d', 'shortest time that a certificate is still valid'),
  'p.gateway.discovery_max': duration('30s', 'longest time until a route follows its container'),
  'p.canary.max_age': duration('26h', 'age at which the record of a canary stops counting'),
  'p.canary.large_file': size('64MiB', 'size of the large file that a canary stores'),
  'p.canary.thumbnail_max': duration('2m', 'longest time until a photo has its thumbnail'),
  'p.drill.max_age': duration('90d', 'age at which the record of a trial stops counting'),
  'p.leak.capture': duration('2m', 'shortest time that the uplink is watched for leaks'),
  'p.tunnel.rejoin_max': duration('3m', 'longest time until all are behind the tunnel again'),
  'p.download.clients': words(
    'qbittorrent transmission deluge rtorrent sabnzbd nzbget aria2 jdownloader',
    'what names of download clients contain',
  ),
  'p.docker.settled': duration('10m', 'how long a container has run when a restart counts as over'),
} as const
