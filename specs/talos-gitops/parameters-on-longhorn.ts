import { parameter } from '#harness'

const { duration, number, words } = parameter

/** Thresholds of Longhorn and of what is stored in it. */
export const longhornParameters = {
  'p.longhorn.replicas_min': number(
    1,
    'fewest replicas that a volume may ask for; 2 once there is a second storage node',
  ),
  'p.longhorn.replicas_max': number(3, 'most replicas that a volume may ask for'),
  'p.longhorn.factor_min': number(1, 'replicas that Longhorn can keep, at least'),
  'p.longhorn.factor_max': number(3, 'replicas that Longhorn can keep, at most'),
  'p.longhorn.nodes': words('talos-w-1', 'nodes that store volumes'),
  'p.longhorn.min_free': number(0.25, 'smallest free share of a disk, 0 to 1'),
  'p.longhorn.transition': duration('10m', 'longest time that a volume is between two states'),
  'p.longhorn.provision': duration('2m', 'longest time until a new claim can be written to'),
  'p.longhorn.snapshot_max_age': duration('26h', 'longest time since a snapshot of a volume'),
  'p.longhorn.snapshot_exempt': words('', 'claims that need no snapshots, as `namespace/name`'),
  'p.longhorn.backup_volumes': words(
    'vault/data-vault-0 paperless/paperless-data open-webui/data-open-webui-0',
    'claims whose volumes are backed up to the target, as `namespace/name`',
  ),
  'p.longhorn.backup_max_age': duration('26h', 'longest time since such a backup'),
  'p.longhorn.max_share': number(0.6, 'largest share of replicas, 0 to 1, on one of several nodes'),
  'p.storage.other_classes': words('', 'claims that may be of another class, as `namespace/name`'),
} as const
