import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'Draining the worker asks every budget, and all pods return',
  {
    statement: 'TG-230',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'MA-2', 'CP-4'],
    remedy:
      'Repeat the drill `plumb drill node-drain-respects-pdb`; evict pods instead of deleting them, and loosen a budget that can never be met.',
  },
  (views) => {
    const drill = lastDrill(views, 'node-drain-respects-pdb')
    const drain = measured(drill, 'drain')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.drain.rto')),
      () =>
        that(
          drain.evictions > 0 && drain.deletions === 0,
          'pods were evicted and none was deleted',
          drain,
        ),
      () => that(drain.violatedBudgets === 0, 'no budget was violated', drain),
      () => that(drain.isAllBack, 'all pods returned', drain),
    )
  },
)
