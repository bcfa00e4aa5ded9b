import { type ChartOptions, ChartType } from '@allurereport/charts-api'
import { NIGHTS_SHOWN } from './allure-sheet.ts'

/** What has a meaning for verdicts. How long a verdict took has none. */
export const CHARTS: readonly ChartOptions[] = [
  { type: ChartType.CurrentStatus, title: 'Now' },
  { type: ChartType.StatusDynamics, title: 'From night to night', limit: NIGHTS_SHOWN + 1 },
  {
    type: ChartType.TrSeverities,
    // Allure has words of its own for how much depends on something.
    title: 'Verdicts by impact: blocker is critical, critical high, normal medium, minor low',
    levels: ['blocker', 'critical', 'normal', 'minor'],
    statuses: ['failed', 'broken', 'skipped', 'passed'],
    includeUnset: false,
  },
]

type By = 'severity' | { readonly label: string }

const category = (name: string, verdict: string, by: By = 'severity') => ({
  name,
  // The whole word: a drill that failed is no failing control.
  matchers: { labels: { verdict: `^${verdict}$` } },
  groupBy: [{ label: 'lab' }, by],
  groupByMessage: false,
  groupEnvironments: false,
})

export const CATEGORIES = [
  category('Violated', 'fail'),
  category('Unverifiable', 'unverifiable'),
  category('A bug of ours', 'broken'),
  category('Known issues: violated, and accepted for a while', 'waived', { label: 'accepted' }),
  category('Not applicable', 'not-applicable'),
  category('Drills that did not go as they must', 'drill failed', { label: 'feature' }),
  category('Drills that wait for another target', 'drill not run', { label: 'feature' }),
]
