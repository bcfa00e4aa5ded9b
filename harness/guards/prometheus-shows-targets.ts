import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'

const FACTS = new Set([
  'prometheusRules',
  'prometheusAlerts',
  'prometheusRuntime',
  'headroom',
  'logShippers',
  'metrics',
  'prometheusHistory',
  'scrapedSeries',
  'secretEncryption',
  'vmSeries',
  'clusterMetrics',
])

/** A tenant or a proxy that may see nothing is answered 200 and empty lists. */
export const prometheusShowsTargets = guard({
  name: 'prometheus-shows-targets',
  says: 'Prometheus shows at least one target: it is the one that watches this lab',
  covers: (fact, subject) => subject === 'lab' && FACTS.has(fact),
  holds: ({ lab }) => {
    const targets = lab.prometheusTargets.length
    that(targets > 0, 'Prometheus shows a target', { targets })
  },
})
