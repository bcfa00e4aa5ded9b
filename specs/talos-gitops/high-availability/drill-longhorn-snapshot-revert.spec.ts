import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'What was written before a snapshot of a volume can be read after the return to it',
  {
    statement: 'TG-228',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill longhorn-snapshot-revert`; see the snapshot controller and the snapshot class where the claim stays Pending.',
  },
  (views) => {
    const drill = lastDrill(views, 'longhorn-snapshot-revert')
    const volume = measured(drill, 'volume')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.snapshot.rto')),
      () =>
        that(
          volume.readDigest === volume.writtenDigest,
          'what is read is what was written',
          volume,
        ),
      () =>
        that(
          volume.isReadElsewhere && volume.wasComplete,
          'another pod read it, once the volume was whole',
          volume,
        ),
    )
  },
)
