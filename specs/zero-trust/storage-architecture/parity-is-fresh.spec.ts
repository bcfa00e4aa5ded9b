import { all, control, every, none, saw, that } from '#harness'

control(
  'Parity covers every file but those that changed since the last sync, which is recent',
  {
    statement: 'ZT-58',
    impact: 'critical',
    kind: 'storage',
    standards: ['CP-9', 'SI-7', 'SI-13', 'CIS-11.2'],
    remedy:
      'On the storage VM see `journalctl -u snapraid-sync`, check that every disk is mounted, then `systemctl start snapraid-sync.service`.',
  },
  ({ ageSeconds, isRecent, host, need, parameter }) => {
    const { parityFiles, snapraidDiff, snapraidJobs, snapraidStatus, syncJournal } = host(
      need('storage').host,
    )
    const longest = parameter.seconds('p.snapraid.max_age')
    const tolerance = parameter.seconds('p.snapraid.mtime_tolerance')
    const syncs = snapraidJobs.filter(({ commands }) => commands.includes('sync'))
    const good = syncJournal.runs.filter(({ result }) => result === 'success')
    const synced = good.filter(({ unit }) => syncs.some((job) => job.unit === unit))
    const look = {
      complete: ageSeconds(syncJournal.beginsAt) > longest,
      because: `the journal begins only at ${syncJournal.beginsAt}`,
    }
    const { added, copied, isSynced, moved, removed, restored, updated } = snapraidDiff

    all(
      () =>
        that(
          saw(
            { items: synced, ...look },
            // A run by a clock that was ahead stays young for as long as it was ahead.
            ({ endedAt }) => endedAt !== undefined && isRecent(endedAt, longest),
          ),
          'a sync succeeded lately',
          { lastSync: synced.at(-1)?.endedAt ?? 'none' },
        ),
      () =>
        every(
          parityFiles.filter(({ kind }) => kind === 'content'),
          'was written by the last sync, or by a job that succeeded after it',
          ({ modifiedAt = '' }) =>
            synced.every(({ startedAt }) => ageSeconds(modifiedAt) <= ageSeconds(startedAt) + 1) &&
            saw(
              { items: good, ...look },
              ({ startedAt, endedAt = '' }) =>
                ageSeconds(modifiedAt) <= ageSeconds(startedAt) + 1 &&
                ageSeconds(modifiedAt) >= ageSeconds(endedAt) - tolerance,
            ),
        ),
      () => that(snapraidStatus.files > 0, 'files are protected at all', snapraidStatus),
      () => that(snapraidStatus.unsyncedBlocks === 0, 'no sync was broken off', snapraidStatus),
      () => that(snapraidStatus.badBlocks === 0, 'no block is known to be bad', snapraidStatus),
      // After a sync that was broken off, diff counts no difference and yet calls for a sync.
      () =>
        that(
          isSynced || added + copied + moved + removed + restored + updated > 0,
          'what diff counts explains that a sync is due',
          { isSynced, added, copied, moved, removed, restored, updated },
        ),
      () => none(snapraidDiff.emptied, 'has lost all its files', () => true),
      () =>
        that(removed <= parameter.number('p.snapraid.max_removed'), 'few files are gone', {
          removed,
        }),
      () =>
        none(
          snapraidDiff.oldest,
          'has been without parity for too long',
          ({ changedAt }) => ageSeconds(changedAt) > longest,
        ),
    )
  },
)
