import { all, control, doneWithin, every, lastDrill, measured, none, same, that } from '#harness'

control(
  'After its power was cut, Proxima has every service healthy in time, and nobody touched it',
  {
    statement: 'FR-22',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'CP-4', 'SI-17'],
    remedy:
      'Run `plumb drill host-power-loss` and commit its record; let every guest and engine start by itself, and look at what a slow boot waited for with `systemd-analyze blame`.',
  },
  ({ ageSeconds, inventory, lab, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'host-power-loss')
    const boots = measured(record, 'boots')
    const most = parameter.seconds('p.proxima.boot_to_healthy')
    const guests = inventory.guests.filter(({ autostart }) => autostart).map(({ name }) => name)
    const data = measured(record, 'data')
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      // A reboot writes its buffers first; a cut does not. Containers have no power to cut.
      () => every(boots, 'began without power', ({ kind }) => kind === 'cold'),
      () =>
        that(record.target !== 'containers', 'it was done on a machine', { target: record.target }),
      () =>
        none(
          boots,
          'is no boot at all',
          ({ bootIdAfter, bootIdBefore }) => bootIdAfter === bootIdBefore,
        ),
      () => every(boots, 'was healthy in time', ({ healthySeconds }) => healthySeconds <= most),
      () =>
        every(boots, 'was healthy without a person', ({ manualActions }) => manualActions === 0),
      ...boots.map(({ guestsAfter, serviceSeconds }) => () => {
        same(guestsAfter, guests, 'guests after the cut')
        same(
          Object.keys(serviceSeconds),
          inventory.services.filter((it) => guests.includes(it.host)).map(({ name }) => name),
          'services that came back',
        )
      }),
      () =>
        that(
          data.files > 0 && data.manifestBefore === data.manifestAfter,
          'what was written before is there',
          { files: data.files },
        ),
    )
  },
)
