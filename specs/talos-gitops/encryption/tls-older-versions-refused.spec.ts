import { all, control, every, none, Unverifiable } from '#harness'

const ORDER = ['tls1', 'tls1_1', 'tls1_2', 'tls1_3']

control(
  'No endpoint speaks a version of TLS that is too old',
  {
    statement: 'TG-50',
    impact: 'medium',
    kind: 'exposure',
    strength: 'target',
    standards: ['SC-8', 'SC-13', 'CIS-3.10'],
    remedy:
      'Set the minimum: `--tls-min-version`, `ssl-protocols`, `tls_min_version`, `ssl_min_protocol_version`.',
  },
  ({ host, need, parameter }) => {
    const { tlsEndpoints } = host(need('tls').from)
    const older = ORDER.slice(0, ORDER.indexOf(parameter.text('p.tls.min_version')))
    const unable = older.find((version) => !tlsEndpoints.able.includes(version))
    if (unable !== undefined)
      throw new Unverifiable(
        `${need('tls').from} cannot speak ${unable} itself: nobody can tell whether it is refused`,
      )

    all(
      () => every(tlsEndpoints.endpoints, 'answers at all', ({ versions }) => versions.length > 0),
      () =>
        none(tlsEndpoints.endpoints, 'speaks an older version', ({ versions }) =>
          versions.some((version) => older.includes(version)),
        ),
    )
  },
)
