import { all, control, every, none, that } from '#harness'

const DAY = 86_400

control(
  'Every block of the array was read again within the scrub period',
  {
    statement: 'ZT-57',
    impact: 'medium',
    strength: 'target',
    kind: 'storage',
    standards: ['SI-7', 'SI-4(24)'],
    remedy:
      'On the storage VM `systemctl enable --now snapraid-scrub.timer`, and let `snapraid scrub -p <percent>` read enough each time; after trouble with the clock, `snapraid scrub -p full` sets the dates right.',
  },
  ({ ageSeconds, isRecent, host, need, parameter }) => {
    const { snapraidScrub, snapraidStatus } = host(need('storage').host)
    const oldest = parameter.number('p.snapraid.scrub_oldest_days') * DAY
    const newest = parameter.number('p.snapraid.scrub_newest_days') * DAY
    const largest = parameter.number('p.snapraid.max_unscrubbed')
    const scrubbed = snapraidScrub.filter(({ isScrubbed }) => isScrubbed)
    const { blocks, unscrubbedBlocks } = snapraidStatus

    all(
      () => none(snapraidScrub, 'was looked at in the future', ({ at }) => ageSeconds(at) < 0),
      // A sync dates what it writes: only a scrub has read it again.
      () => every(snapraidScrub, 'was looked at in time', ({ at }) => isRecent(at, oldest)),
      () =>
        that(
          scrubbed.some(({ at }) => isRecent(at, newest)),
          'a scrub was at work lately',
          { newest: scrubbed.at(-1)?.at ?? 'never' },
        ),
      () =>
        that(
          blocks > 0 && unscrubbedBlocks <= blocks * largest,
          'next to no block was never read again',
          { blocks, unscrubbedBlocks },
        ),
    )
  },
)
