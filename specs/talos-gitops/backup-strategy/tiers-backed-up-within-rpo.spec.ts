import { control, every } from '#harness'
import { guestsOfTier, newestPoints } from './restore-points.ts'

const TIERS = [
  { tier: 1, impact: 'critical' },
  { tier: 2, impact: 'high' },
  { tier: 3, impact: 'medium' },
  { tier: 4, impact: 'medium' },
] as const

TIERS.forEach(({ impact, tier }) => {
  control(
    `Each guest of tier ${tier} has a whole backup no older than its recovery point`,
    {
      id: `tier-${tier}-backup-within-rpo`,
      statement: 'TG-213',
      impact,
      kind: 'backup',
      standards: ['CP-9', 'CP-9(1)', 'CIS-11.2'],
      remedy: `Run the backup job of tier ${tier} by hand and read its log; a backup without size or without one of its disks was not finished.`,
    },
    (views) => {
      const guests = guestsOfTier(views.inventory.guests, views.need('backups').tiers, tier)
      const longest = views.parameter.seconds(`p.backup.rpo_tier_${tier}`)
      every(
        {
          ...views.lab.backupSnapshots,
          items: newestPoints(views, guests).map(({ guest, newest }) => ({
            guest,
            at: newest?.at ?? 'never',
          })),
        },
        'has a recent one',
        ({ at }) => at !== 'never' && views.isRecent(at, longest),
      )
    },
  )
})
