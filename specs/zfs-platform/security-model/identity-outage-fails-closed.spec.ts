import { all, control, every, that, the } from '#harness'

control(
  'While Authentik was down, every page that it guards was refused',
  {
    statement: 'ZF-110',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-3', 'SC-24', 'IA-2'],
    remedy:
      'Stop the server of Authentik, ask each guarded name with `curl -f` and without a login, start it again, and commit the record; remove the route that answers in between.',
  },
  ({ isRecent, lab, need, parameter }) => {
    const { routes } = need('gateway')
    const longest = parameter.seconds('p.drill.max_age')
    const guarded = routes.filter(({ ownLogin }) => ownLogin === undefined)
    const record = the(
      lab.drillRecords.filter(({ scenario }) => scenario === 'identity-outage').slice(-1),
      'record of an outage of Authentik',
      () => true,
    )
    const { endedAt, result, file, measurements, target } = record
    const { steps = [] } = measurements

    all(
      () =>
        every(
          [{ file, endedAt, result, target }],
          'was made on the lab itself, is recent, and ended well',
          () => target === 'live' && result === 'recovered' && isRecent(endedAt, longest),
        ),
      () =>
        that(
          steps.some(
            ({ command, status }) => /\bstop\b.*\bauthentik/.test(command) && status === 0,
          ),
          'Authentik was stopped for it',
          { file, steps: steps.length },
        ),
      () =>
        every(
          guarded.map(({ name }) => ({
            name,
            asked: steps.filter(
              ({ command }) => command.startsWith('curl ') && command.includes(` https://${name}/`),
            ),
          })),
          'was asked for without a login, and refused',
          // curl -f exits with 22 for an answer of 400 or more, and with 0 for a page or a redirect.
          ({ asked }) => asked.length > 0 && asked.every(({ status }) => status === 22),
        ),
    )
  },
)
