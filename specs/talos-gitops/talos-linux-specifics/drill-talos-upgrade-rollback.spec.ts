import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'An upgrade of Talos that cannot boot ends at the version before, by itself',
  {
    statement: 'TG-94',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill talos-upgrade-rollback` on the sandbox node; without a second boot slot, install the node again from its image.',
  },
  (views) => {
    const drill = lastDrill(views, 'talos-upgrade-rollback')
    const upgrade = measured(drill, 'upgrade')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.upgrade.rto')),
      () =>
        that(
          upgrade.versionTried !== upgrade.versionBefore && upgrade.boots >= 2,
          'the new version really was started',
          upgrade,
        ),
      () =>
        that(upgrade.versionAfter === upgrade.versionBefore, 'the version before is back', upgrade),
      () => that(upgrade.manualActions === 0, 'nobody had to help', upgrade),
    )
  },
)
