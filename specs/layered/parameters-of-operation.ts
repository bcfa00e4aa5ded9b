import { parameter } from '#harness'

const { duration, number, text, words } = parameter

/** Thresholds of the edge, of monitoring, of backups and of recovery. */
export const parametersOfOperation = {
  'p.vpn.stale_after': duration('90d', 'longest time a peer of the VPN may be unused'),
  'p.ids.min_rules': number(1000, 'rules that the IDS has loaded, at least'),
  'p.ids.max_failed_ratio': number(0.01, 'largest share of rules that did not load, 0 to 1'),
  'p.ids.rules_max_age': duration('7d', 'age at which rules of the IDS are old'),
  'p.ids.max_drop_ratio': number(0.01, 'largest share of packets that the IDS missed, 0 to 1'),
  'p.ids.max_delay': duration('120s', 'longest time from an attack until its alert'),
  'p.switch.parking_vlan': number(999, 'VLAN of ports that nobody uses'),

  'p.dns.min_gravity': number(10_000, 'domains that are blocked, at least'),
  'p.dns.gravity_max_age': duration('8d', 'age at which a list of blocked domains is old'),
  'p.dns.max_latency': duration('500ms', 'longest time until a name is answered'),

  'p.logs.freshness': duration('15m', 'age of the newest line of a host, at most'),
  'p.logs.retention': duration('30d', 'how far back logs have to go'),
  'p.logs.max_error_ratio': number(0.01, 'largest share of pushes that failed, 0 to 1'),
  'p.logs.supported_shippers': words(
    'alloy vector fluent-bit',
    'programs that ship logs and still get fixes',
  ),
  'p.metrics.freshness': duration('2m', 'age at which a sample is stale'),
  'p.metrics.retention': duration('15d', 'how far back metrics have to go'),
  'p.tracing.max_age': duration('15m', 'age of the newest trace, at most'),

  'p.alert.required': words(
    'HostDown DiskFull BackupStale CertExpiry TargetMissing ServiceDown',
    'alerts that must exist, by rule name',
  ),
  'p.alert.max_latency': duration('5m', 'longest time from a fault until a person is told'),
  'p.alert.deadman_interval': duration(
    '10m',
    'longest pause between two signs of life of alerting',
  ),
  'p.alert.max_silence': duration('7d', 'longest time that an alert may be silenced'),
  'p.flow.metric_max_delay': duration('3m', 'longest time from a measurement until it is shown'),

  'p.backup.grace': duration('2h', 'slack after the interval of a backup'),
  'p.backup.min_ratio': number(0.5, 'size of a backup to the one before, at least'),
  'p.backup.max_incremental_ratio': number(0.3, 'new data to all data of a backup, at most'),
  'p.backup.nas_max_age': duration('1h', 'age of the newest backup on the NAS, at most'),
  'p.backup.external_max_age': duration(
    '7d',
    'age of the newest one on the external drive, at most',
  ),
  'p.backup.offsite_max_age': duration('24h', 'age of the newest one in the cloud, at most'),
  'p.backup.verify_max_age': duration(
    '7d',
    'longest time since a repository was read and was whole',
  ),
  'p.backup.verify_window': duration('30d', 'time in which all of its data is read once'),
  'p.snapshot.max_age': duration('7d', 'age of the newest snapshot of a guest, at most'),
  'p.snapshot.max_count': number(10, 'snapshots of a guest, at most'),
  'p.zfs.scrub_max_age': duration('35d', 'longest time since a pool was scrubbed to its end'),
  'p.dr.review_max_age': duration('180d', 'longest time since the plan was gone through'),

  'p.drill.max_age': duration('90d', 'age at which the record of a drill stops counting'),
  'p.drill.scenarios': words(
    'service-loss host-loss nas-loss site-loss secret-loss',
    'losses that are drilled',
  ),
  'p.rto.critical': duration('1h', 'time in which a critical service is back'),
  'p.rto.noncritical': duration('24h', 'time in which any other service is back'),
  'p.rpo.critical': duration('1h', 'longest gap between two backups of critical data'),
  'p.rpo.noncritical': duration('24h', 'longest gap between two backups of other data'),
  'p.rpo.window': duration('30d', 'how far back gaps are looked for'),

  'p.secrets.name_pattern': text(
    '(?:PASS|SECRET|TOKEN|API_?KEY|PRIVATE|CREDENTIAL)',
    'names of variables that hold secrets, as a regular expression, whatever the case',
  ),

  'p.deploy.max_time': duration('10m', 'longest time until all services of a clone are well'),
  'p.deploy.max_restarts': number(1, 'restarts on the way there, at most'),
  'p.cicd.sample': number(20, 'commits of which the run is looked at'),
  'p.scale.min_share': number(0.2, 'share of requests that each backend gets, at least'),
  'p.scale.max_concentration': number(0.6, 'share of services on one node, at most'),
  'p.gitops.max_lag': duration('10m', 'longest time from a commit until it is in force'),
} as const
