import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'A volume that lost a replica went on serving, and is whole again',
  {
    statement: 'TG-227',
    impact: 'low',
    strength: 'optional',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill longhorn-replica-rebuild` on the canary volume, which has to have two replicas.',
    subject: 'second-replica',
  },
  (views) => {
    const drill = lastDrill(views, 'longhorn-replica-rebuild')
    const client = measured(drill, 'client')
    const replica = measured(drill, 'replica')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.replica.rto')),
      () => that(replica.replicas >= 2, 'another replica was there', replica),
      () =>
        that(
          client.requests > 0 &&
            client.longestGapSeconds <= views.parameter.seconds('p.drill.replica.gap'),
          'reading and writing hardly paused',
          client,
        ),
      () => that(replica.healthySeconds !== undefined, 'the volume became healthy again', replica),
    )
  },
)
