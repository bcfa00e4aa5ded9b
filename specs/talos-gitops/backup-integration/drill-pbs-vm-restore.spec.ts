import { all, control, every, lastDrill, measured, same, that } from '#harness'

control(
  'Guests restored from verified backups boot in isolation, with data no older than their recovery point',
  {
    statement: 'TG-69',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-4', 'CP-9(1)', 'CP-10', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill pbs-vm-restore`: restore to a new VMID with the network unplugged, and read the marker in the clone.',
  },
  (views) => {
    const drill = lastDrill(views, 'pbs-vm-restore')
    const { tiers } = views.need('backups')
    const guests = measured(drill, 'guests')

    all(
      () => that(drill.result === 'recovered', 'the drill ended well', { result: drill.result }),
      () =>
        same(
          guests.map(({ guest }) => guest),
          views.parameter.words('p.drill.restore.guests'),
          'guests that were restored',
        ),
      () =>
        every(
          guests,
          'was restored beside the original, apart from the network',
          ({ isIsolated, productionVmid, restoredVmid }) =>
            isIsolated && restoredVmid !== productionVmid,
        ),
      () => every(guests, 'came from a verified backup', ({ wasVerified }) => wasVerified),
      () =>
        every(
          guests,
          'booted within the time of its tier',
          ({ bootSeconds, guest }) =>
            bootSeconds <= views.parameter.seconds(`p.backup.rto_tier_${tiers[guest] ?? 1}`),
        ),
      () =>
        every(
          guests,
          'has a marker no older than the recovery point of its tier',
          ({ guest, markerAt = '' }) => {
            const lostSeconds = (Date.parse(drill.startedAt) - Date.parse(markerAt)) / 1000
            return (
              lostSeconds >= 0 &&
              lostSeconds <= views.parameter.seconds(`p.backup.rpo_tier_${tiers[guest] ?? 1}`)
            )
          },
        ),
      () => {
        const { data } = drill.measurements
        that(
          data !== undefined && data.files > 0 && data.manifestBefore === data.manifestAfter,
          'its files are what they were',
          data,
        )
      },
    )
  },
)
