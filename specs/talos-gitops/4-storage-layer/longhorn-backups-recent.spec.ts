import { control, every } from '#harness'

control(
  'Each volume that has to be has a completed recent backup at the target',
  {
    statement: 'TG-58',
    impact: 'high',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'See the backups of the volume on Longhorn’s page; delete one that hangs in InProgress, and run the job again.',
  },
  ({ isRecent, lab, parameter }) => {
    const wanted = parameter.words('p.longhorn.backup_volumes')
    const newestOf = (volume: string | undefined) =>
      lab.longhornBackups.items
        .filter((one) => volume !== undefined && one.volume === volume && one.state === 'Completed')
        .map(({ at }) => at ?? '')
        .sort()
        .at(-1) ?? 'never'
    every(
      {
        ...lab.longhornBackups,
        items: wanted.map((claim) => ({
          claim,
          newest: newestOf(
            lab.longhornVolumes.items.find((volume) => volume.claim === claim)?.name,
          ),
        })),
      },
      'has one',
      ({ newest }) =>
        newest !== 'never' &&
        newest !== '' &&
        isRecent(newest, parameter.seconds('p.longhorn.backup_max_age')),
    )
  },
)
