import { all, control, every, same, that } from '#harness'

control(
  'Suricata watches the declared interfaces with recent rules, and misses little',
  {
    statement: 'LA-38',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'SI-4(4)', 'CIS-13.3'],
    remedy:
      'Start the service, choose the interfaces, update and reload the rules, and switch off hardware offloading where packets are lost.',
  },
  ({ isRecent, lab, need, parameter }) => {
    const { status, isEnabled, interfaces } = lab.edgeDetection
    const { stats } = lab.intrusionEvents
    const [first] = stats
    const last = stats.at(-1)

    all(
      () => that(status === 'running' && isEnabled, 'it runs', { status, isEnabled }),
      () => same(interfaces, need('edge').watched, 'interfaces that are watched'),
      () =>
        every(
          stats,
          'has rules enough, and recent ones',
          ({ rulesLoaded, rulesFailed, reloadedAt }) =>
            rulesLoaded >= parameter.number('p.ids.min_rules') &&
            rulesFailed / rulesLoaded <= parameter.number('p.ids.max_failed_ratio') &&
            isRecent(reloadedAt, parameter.seconds('p.ids.rules_max_age')),
        ),
      () =>
        that(
          first !== undefined &&
            last !== undefined &&
            last.packets > first.packets &&
            isRecent(last.at, parameter.seconds('p.evidence.max_age')),
          'it has seen packets between two looks, the last of them now',
          { first, last },
        ),
      () =>
        that(
          last !== undefined &&
            last.packets > 0 &&
            last.drops / last.packets <= parameter.number('p.ids.max_drop_ratio'),
          'it misses few packets',
          { last },
        ),
    )
  },
)
