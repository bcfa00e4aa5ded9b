import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'The control plane was rebuilt from an etcd snapshot, in isolation, with nothing older than the recovery point missing',
  {
    statement: 'TG-221',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill control-plane-restore` with clones on an isolated bridge; take etcd snapshots more often where the marker was too old.',
  },
  (views) => {
    const drill = lastDrill(views, 'control-plane-restore')
    const controlPlane = measured(drill, 'controlPlane')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.cp.rto')),
      () => that(controlPlane.isIsolated, 'no clone could reach the live network', controlPlane),
      () => {
        const { markerAt } = controlPlane
        const lostSeconds =
          markerAt === undefined
            ? Number.POSITIVE_INFINITY
            : (Date.parse(drill.startedAt) - Date.parse(markerAt)) / 1000
        that(
          lostSeconds >= 0 && lostSeconds <= views.parameter.seconds('p.backup.rpo_tier_1'),
          'the marker in it is no older than the recovery point',
          { markerAt, lostSeconds },
        )
      },
      () =>
        that(
          controlPlane.objectsBefore > 0 &&
            Math.abs(controlPlane.objectsAfter / controlPlane.objectsBefore - 1) <=
              views.parameter.number('p.drill.cp.max_difference'),
          'nearly every object is back',
          controlPlane,
        ),
      () =>
        that(
          controlPlane.workers > 0 && controlPlane.workersJoined === controlPlane.workers,
          'every worker joins it',
          controlPlane,
        ),
    )
  },
)
