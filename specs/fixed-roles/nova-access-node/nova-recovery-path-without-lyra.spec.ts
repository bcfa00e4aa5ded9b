import { all, control, doneWithin, every, lastDrill, measured, same, that, the } from '#harness'

control(
  'With Lyra and every guest down, Nova still gets in to the hypervisor, and can list its guests',
  {
    statement: 'FR-33',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-2', 'CP-10', 'AC-17'],
    remedy:
      'Give Nova the address of Proxima in /etc/hosts and a key of its own in its agent; no login may need a directory, an authority or a resolver in a guest. Then run `plumb drill recovery-path`.',
  },
  ({ ageSeconds, host, hosts, inventory, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'recovery-path')
    const found = measured(record, 'isolation')
    const steps = measured(record, 'steps')
    const { api, host: from } = need('access')
    const { address, name: to } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const down = [need('development').host, ...inventory.guests.map(({ name }) => name)]
    const { fixedNames, logins } = host(from).adminLogins
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      () => same(found.taken, down, 'what was down'),
      () =>
        that(
          [found.reachedBefore, found.silentFrom].every((it) => new Set(it).size >= 2),
          'it answered before, and no longer did, from two places',
          { reachedBefore: found.reachedBefore, silentFrom: found.silentFrom },
        ),
      () =>
        every(
          [
            the(
              {
                items: found.logins.filter((it) => it.from === from && it.to === to),
                complete: false,
                because: 'nobody tried it',
              },
              'login at the hypervisor',
              () => true,
            ),
          ],
          'succeeds in time, and asks no guest for the way',
          ({ foundBy, seconds, status }) =>
            status === 0 && foundBy !== 'dns' && seconds <= parameter.seconds('p.access.max_login'),
        ),
      () => every(steps, 'was carried out there', ({ status }) => status === 0),
      () =>
        that(
          ['list', 'start'].every((what) =>
            steps.some(({ command }) => new RegExp(`\\bpct ${what}\\b`).test(command)),
          ),
          'guests were listed and started',
          { steps: steps.map(({ command }) => command) },
        ),
      // And so it still is today.
      () =>
        that(fixedNames[to] === address, 'Nova knows the address without asking', {
          host: from,
          known: fixedNames[to] ?? 'none',
        }),
      () =>
        that(
          logins.some((it) => it.host === to && it.status === 0),
          'Nova gets in',
          { host: from, api },
        ),
    )
  },
)
