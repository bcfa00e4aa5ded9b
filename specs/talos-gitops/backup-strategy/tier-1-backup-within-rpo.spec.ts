import { control, every } from '#harness'
import { guestsOfTier, newestPoints } from './restore-points.ts'

control(
  'Each guest of tier 1 has a whole backup no older than its recovery point',
  {
    statement: 'TG-213',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-9(1)', 'CIS-11.2'],
    remedy:
      'Run the backup job of tier 1 by hand and read its log; a backup without size or without one of its disks was not finished.',
  },
  (views) => {
    const { guests } = views.inventory
    const { tiers } = views.need('backups')
    const longest = views.parameter.seconds('p.backup.rpo_tier_1')
    const { because, complete } = views.lab.backupSnapshots
    const items = newestPoints(views, guestsOfTier(guests, tiers, 1)).map(({ guest, newest }) => ({
      guest,
      at: newest?.at ?? 'never',
    }))
    every(
      { items, complete, ...(because ? { because } : {}) },
      'has a recent one',
      ({ at }) => at !== 'never' && views.ageSeconds(at) >= 0 && views.ageSeconds(at) <= longest,
    )
  },
)
