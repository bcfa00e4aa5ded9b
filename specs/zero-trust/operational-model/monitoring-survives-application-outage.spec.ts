import { all, control, none, same, that, the } from '#harness'

control(
  'With every application guest stopped, monitoring goes on, shows it and says so',
  {
    statement: 'ZT-66',
    impact: 'critical',
    kind: 'recovery',
    standards: ['SI-4', 'CP-4', 'CP-10', 'IR-4'],
    remedy:
      'Run `plumb drill application-outage` on a replica, or on the lab with --allow, and commit its record; what failed in it depends on a guest that was stopped.',
  },
  ({ ageSeconds, hosts, inventory, lab, need, parameter }) => {
    const isRecent = (at: string) => ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const dated = lab.drillRecords
      .filter(({ scenario }) => scenario === 'application-outage')
      .map(({ endedAt, file }) => ({ file, endedAt }))
    const items = lab.drillRecords.filter(
      ({ endedAt, scenario }) => scenario === 'application-outage' && isRecent(endedAt),
    )
    const because = `${need('recovery').records} holds no record of application-outage that is young enough`
    const { file, measurements, result } = the(
      { items: items.slice(-1), complete: false, because },
      because,
      () => true,
    )
    const outage = the(
      {
        items: measurements.outage ? [measurements.outage] : [],
        complete: false,
        because: `${file} measured no outage`,
      },
      'outage',
      () => true,
    )
    const watching = hosts('monitoring').map(({ vmid }) => vmid)
    const applications = inventory.guests
      .filter(({ vmid }) => !watching.includes(vmid))
      .map(({ name }) => name)
    const waited = (Date.parse(outage.alertAt ?? '') - Date.parse(outage.stoppedAt)) / 1000
    const longestGap = parameter.seconds('p.metrics.freshness')

    all(
      () => none(dated, 'is dated ahead', ({ endedAt }) => ageSeconds(endedAt) < 0),
      () => that(result === 'recovered', 'the drill ended well', { file }),
      () => same(outage.stopped, applications, 'application guests stopped'),
      () =>
        that(outage.gapSeconds <= longestGap, `samples go on without a gap of ${longestGap} s`, {
          file,
          gapSeconds: outage.gapSeconds,
        }),
      () => same(outage.seenDown, applications, 'application guests seen as down'),
      () =>
        that(
          !outage.alertWasFiring &&
            waited >= 0 &&
            waited <= parameter.seconds('p.alert.max_latency'),
          'an alert that was silent before arrives in time',
          {
            file,
            alertWasFiring: outage.alertWasFiring,
            waitedSeconds: outage.alertAt ? waited : 'never',
          },
        ),
      () =>
        that(
          outage.grafanaLogin && outage.grafanaRows > 0,
          'Grafana lets a person in and answers with rows of the outage',
          { file, grafanaLogin: outage.grafanaLogin, grafanaRows: outage.grafanaRows },
        ),
      () => same(outage.backUp, applications, 'application guests up again'),
    )
  },
)
