import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'

const FACTS = new Set([
  'applicationLogs',
  'auditTrail',
  'canaryTrails',
  'intrusionEvents',
  'logStore',
  'lokiStatus',
  'pushEvents',
  'vaultCanaryTrail',
])

/** Another tenant of Loki is shown nothing, with 200. */
export const lokiShowsStreams = guard({
  name: 'loki-shows-streams',
  says: 'Loki shows streams: we are the tenant that has them',
  covers: (fact, subject) => subject === 'lab' && FACTS.has(fact),
  holds: ({ lab }) => {
    const labels = lab.logLabels
    that(labels.length > 0, 'Loki shows streams', { labels })
  },
})
