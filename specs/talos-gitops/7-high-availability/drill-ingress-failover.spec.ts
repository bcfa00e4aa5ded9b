import { all, control, lastDrill, measured, that } from '#harness'

control(
  'Traffic returns at once after the ingress controller is lost',
  {
    statement: 'TG-162',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill ingress-failover`; run a second controller, and give it a budget.',
  },
  (views) => {
    const drill = lastDrill(views, 'ingress-failover')
    const client = measured(drill, 'client')
    const entry = measured(drill, 'entry')

    all(
      () => that(drill.result === 'recovered', 'the drill ended well', { result: drill.result }),
      () =>
        that(
          client.requests > 0 &&
            client.longestGapSeconds <= views.parameter.seconds('p.drill.ingress.gap'),
          'the gap is short',
          client,
        ),
      () =>
        that(
          entry.lost === 'controller' || entry.speakers >= 2,
          'only where there is a second speaker was one taken away',
          entry,
        ),
    )
  },
)
