import { parameter } from '#harness'

const { duration, number, words } = parameter

/** Thresholds of backups: how much may be lost, for how long, and what a good backup is. */
export const backupParameters = {
  'p.backup.rpo_tier_1': duration('24h', 'most that a guest of tier 1 may lose'),
  'p.backup.rpo_tier_2': duration('24h', 'most that a guest of tier 2 may lose'),
  'p.backup.rpo_tier_3': duration('7d', 'most that a guest of tier 3 may lose'),
  'p.backup.rpo_tier_4': duration('30d', 'most that a guest of tier 4 may lose'),
  'p.backup.rto_tier_1': duration('1h', 'longest time until a guest of tier 1 is back'),
  'p.backup.rto_tier_2': duration('4h', 'longest time until a guest of tier 2 is back'),
  'p.backup.rto_tier_3': duration('24h', 'longest time until a guest of tier 3 is back'),
  'p.backup.rto_tier_4': duration('72h', 'longest time until a guest of tier 4 is back'),
  'p.backup.keep_tier_1': words('daily=14 weekly=8', 'restore points kept in tier 1, at least'),
  'p.backup.keep_tier_2': words('daily=7 weekly=4', 'restore points kept in tier 2, at least'),
  'p.backup.keep_tier_3': words('weekly=8', 'restore points kept in tier 3, at least'),
  'p.backup.keep_tier_4': words('weekly=10', 'restore points kept in tier 4, at least'),
  'p.backup.history_tier_1': duration('30d', 'how far back restore points of tier 1 reach'),
  'p.backup.history_tier_2': duration('30d', 'how far back restore points of tier 2 reach'),
  'p.backup.history_tier_3': duration('30d', 'how far back restore points of tier 3 reach'),
  'p.backup.history_tier_4': duration('60d', 'how far back restore points of tier 4 reach'),
  'p.backup.min_size_ratio': number(
    0.5,
    'smallest size of a backup against the median of the five before',
  ),
  'p.backup.task_window': duration('26h', 'span in which no task of backup may have failed'),
  'p.pbs.min_free': number(0.1, 'smallest free share of a datastore, 0 to 1'),
  'p.pbs.gc_max_age': duration('8d', 'longest time since chunks without use were removed'),
  'p.pbs.verify_max_age': duration('8d', 'longest time since a verify job ran'),
  'p.pbs.verify_grace': duration('48h', 'longest time until a new backup is verified'),
  'p.pbs.reverify': number(60, 'most days after which a verified backup is verified again'),
  'p.pbs.prune_max_age': duration('48h', 'longest time since a prune job ran'),
  'p.pbs.min_dedup': number(1.5, 'smallest factor by which shared chunks save room'),
  'p.talos.secrets_max_age': duration('90d', 'longest time since machine secrets were copied'),
  'p.zfs.vm_datasets': words('rpool/data', 'datasets that hold the disks of guests'),
  'p.zfs.min_ratio': number(1.2, 'smallest factor by which those data are compressed'),
  'p.zfs.max_snapshot_share': number(
    0.25,
    'largest share of a pool, 0 to 1, that only snapshots hold',
  ),
  'p.etcd.backup_min_bytes': number(1_000_000, 'smallest size of a snapshot of etcd'),
} as const
