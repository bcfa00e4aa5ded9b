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
  'p.games.free_allocations': number(1, 'free addresses that the game host has, at least'),
  'p.games.server_memory': size('4GiB', 'memory of one more game server'),
  'p.games.server_disk': size('10GiB', 'disk of one more game server'),
  'p.dev.jobs': words('node cadvisor', 'scrape jobs that every machine is part of'),
  'p.dev.free_share': number(0.25, 'share of memory and disk, 0 to 1, that is free for trials'),
  'p.dev.health_pages': number(8, 'services whose health is watched while vm-dev is away'),
  'p.dev.max_slowdown': number(3, 'times by which the slowest answer may take longer meanwhile'),
  'p.dev.forbidden_ports': words(
    '22 111 2049 2375 2376 3306 5432 6379 8006 8080 8090 8443 9000 9090 9443 3000 3128',
    'ports of other machines that manage something, or lead to its data',
  ),
  'p.ci.runners': words(
    'act_runner act-runner gitlab-runner actions-runner actions.runner woodpecker-agent buildkit drone-runner',
    'what names of programs contain that run pipelines',
  ),
  'p.metrics.max_age': duration('3m', 'age at which a sample is stale'),
  'p.metrics.retention': duration('365d', 'shortest time that measurements are kept'),
  'p.metrics.history': duration('30d', 'shortest time that they go back already'),
  'p.docker.settled': duration('10m', 'how long a container has run when a restart counts as over'),
} as const
