import { all, control, doneWithin, lastDrill, measured, same, that } from '#harness'

control(
  'With every core guest stopped, monitoring goes on, shows it and says so',
  {
    statement: 'FR-48',
    impact: 'high',
    kind: 'recovery',
    standards: ['SI-4', 'AU-5', 'CP-10'],
    remedy:
      'Run `plumb drill core-outage` and commit its record; alerts may not go by a relay, proxy or resolver in a guest that was stopped.',
  },
  ({ ageSeconds, hosts, inventory, lab, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'core-outage')
    const outage = measured(record, 'outage')
    const watching = hosts('monitoring').map(({ vmid }) => vmid)
    const core = inventory.guests
      .filter(({ vmid }) => !watching.includes(vmid))
      .map(({ name }) => name)
    const waited = (Date.parse(outage.alertAt ?? '') - Date.parse(outage.stoppedAt)) / 1000
    const rule = lab.prometheusRules.find(({ name }) => name === 'GuestDown')
    const soon = parameter.seconds('p.drill.detect') + (rule?.forSeconds ?? 0)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      () => same(outage.stopped, core, 'core guests stopped'),
      () =>
        that(
          outage.gapSeconds <= parameter.seconds('p.monitoring.max_gap'),
          'samples of the others go on',
          { gapSeconds: outage.gapSeconds },
        ),
      () => same(outage.seenDown, core, 'core guests seen as down'),
      () =>
        that(
          !outage.alertWasFiring && waited >= 0 && waited <= soon,
          'an alert that was silent before arrives in time',
          {
            alertWasFiring: outage.alertWasFiring,
            waitedSeconds: outage.alertAt ? waited : 'never',
          },
        ),
      () =>
        that(
          outage.grafanaLogin && outage.grafanaRows > 0,
          'dashboards can be looked at meanwhile',
          { rows: outage.grafanaRows },
        ),
      () => same(outage.backUp, core, 'core guests up again'),
    )
  },
)
