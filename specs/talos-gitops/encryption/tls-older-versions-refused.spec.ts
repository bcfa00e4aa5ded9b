import { all, control, every, known, none } from '#harness'

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
    known(
      older.every((version) => tlsEndpoints.able.includes(version)),
      `${need('tls').from} cannot speak every older version itself: nobody can tell whether they are refused`,
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
