import { all, control, doneWithin, every, lastDrill, measured, same } from '#harness'

control(
  'Whatever happens to one guest, the others stay well',
  {
    statement: 'FR-44',
    impact: 'high',
    kind: 'recovery',
    standards: ['SC-39', 'SC-5', 'CP-10'],
    remedy:
      'Run `plumb drill guest-fault` and commit its record; give the guest that did harm a limit (`pct set --memory`), and declare a dependency that is meant under `guests[].after`.',
  },
  ({ ageSeconds, inventory, lab, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'guest-fault')
    const faults = measured(record, 'guestFaults')
    const slowest = parameter.number('p.drill.max_slowdown')
    const guests = inventory.guests.map(({ name }) => name)
    const needs = (name: string, on: string) =>
      inventory.guests.find((it) => it.name === name)?.after?.includes(on) === true
    const others = faults.flatMap(({ guest, services }) =>
      services
        .map((it) => ({
          harmed: guest,
          at: inventory.services.find(({ name }) => name === it.service)?.host ?? 'none',
          ...it,
        }))
        .filter(({ at }) => at !== guest && !needs(at, guest)),
    )
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      () =>
        same(
          faults.map(({ guest, kind }) => `${guest} ${kind}`),
          guests.flatMap((guest) => [`${guest} stop`, `${guest} memory`]),
          'ways in which guests were harmed',
        ),
      () =>
        every(
          faults.filter(({ kind }) => kind === 'memory'),
          'hurt nobody but itself',
          ({ guest, victim }) => victim === guest,
        ),
      () =>
        every(faults, 'was watched from every other guest', ({ guest, services }) =>
          inventory.services
            .filter((it) => guests.includes(it.host) && it.host !== guest)
            .every(({ name }) => services.some((it) => it.service === name)),
        ),
      () =>
        every(
          others,
          'answered every time',
          ({ failures, probes }) => probes > 0 && failures === 0,
        ),
      () =>
        every(
          others,
          'answered about as fast as ever',
          ({ slowestMs, usualMs }) => slowestMs <= Math.max(usualMs, 50) * slowest,
        ),
    )
  },
)
