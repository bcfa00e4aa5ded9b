import { all, control, every, none, that, the } from '#harness'

control(
  'Reboots of the host end in the same state, by themselves and in time',
  {
    statement: 'ZT-14',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-10', 'SI-13', 'CM-6', 'CP-4', 'CIS-11.5'],
    remedy:
      'Run `plumb drill host-reboot --allow proxmox` and commit its record; where a boot ended otherwise, the record names the guest, the unit and the service that were late.',
  },
  ({ ageSeconds, inventory, lab, need, parameter }) => {
    const isRecent = (at: string) => ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const dated = lab.drillRecords
      .filter(({ scenario }) => scenario === 'host-reboot')
      .map(({ endedAt, file }) => ({ file, endedAt }))
    // Containers restart without their kernel: a reboot shows only where there is one.
    const items = lab.drillRecords.filter(
      ({ endedAt, scenario, target }) =>
        scenario === 'host-reboot' && target !== 'containers' && isRecent(endedAt),
    )
    const because = `${need('recovery').records} holds no record of host-reboot that is young enough`
    const record = the({ items: items.slice(-1), complete: false, because }, because, () => true)
    const boots = (record.measurements.boots ?? []).map((boot, at) => ({ boot: at + 1, ...boot }))
    const longest = parameter.seconds('p.boot.max_time')
    const guests = inventory.guests.filter(({ autostart }) => autostart).map(({ name }) => name)
    const services = inventory.services.map(({ name }) => name)
    const isSame = (one: readonly string[], other: readonly string[]) =>
      one.length === other.length && one.every((name) => other.includes(name))

    all(
      () => none(dated, 'is dated ahead', ({ endedAt }) => ageSeconds(endedAt) < 0),
      () =>
        that(
          boots.length >= parameter.number('p.drill.reboots'),
          'enough reboots in a row were made',
          { file: record.file, boots: boots.length },
        ),
      () => that(record.result === 'recovered', 'the drill ended well', { file: record.file }),
      () =>
        none(
          boots.map(({ boot, bootIdAfter, bootIdBefore }) => ({ boot, bootIdBefore, bootIdAfter })),
          'was no reboot, or does not follow the one before',
          ({ boot, bootIdAfter, bootIdBefore }) =>
            bootIdBefore === bootIdAfter ||
            boots.some((other) => other.boot === boot - 1 && other.bootIdAfter !== bootIdBefore),
        ),
      () =>
        every(
          boots.map(({ boot, guestsAfter, guestsBefore }) => ({ boot, guestsBefore, guestsAfter })),
          'has every guest running before and after',
          ({ guestsAfter, guestsBefore }) =>
            guests.every((name) => guestsBefore.includes(name)) &&
            isSame(guestsBefore, guestsAfter),
        ),
      () =>
        every(
          boots.map(({ boot, settledSeconds, stateAfter, stateBefore }) => ({
            boot,
            stateBefore,
            stateAfter,
            settledSeconds,
          })),
          'ends in the state it began with, read once late units were through',
          ({ settledSeconds, stateAfter, stateBefore }) =>
            stateAfter === stateBefore &&
            stateAfter === boots[0]?.stateBefore &&
            settledSeconds >= 60,
        ),
      () =>
        every(
          boots.map(({ boot, startOrder }) => ({ boot, startOrder })),
          'starts its guests in the same order',
          ({ startOrder }) =>
            isSame(startOrder, guests) && startOrder.join() === boots[0]?.startOrder.join(),
        ),
      () =>
        every(
          boots.map(({ boot, healthySeconds, serviceSeconds }) => ({
            boot,
            healthySeconds,
            late: services.filter((name) => !((serviceSeconds[name] ?? Number.NaN) <= longest)),
          })),
          `has every service healthy within ${longest} s`,
          ({ healthySeconds, late }) => healthySeconds <= longest && late.length === 0,
        ),
      () =>
        none(
          boots.map(({ boot, failedUnits, manualActions }) => ({
            boot,
            failedUnits,
            manualActions,
          })),
          'left a failed unit, or needed a hand',
          ({ failedUnits, manualActions }) => failedUnits.length > 0 || manualActions > 0,
        ),
    )
  },
)
