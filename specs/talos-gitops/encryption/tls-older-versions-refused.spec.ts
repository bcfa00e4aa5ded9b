import { all, control, every, none, saw } from '#harness'

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
    const { able, endpoints } = tlsEndpoints
    // What was not spoken to its end was not refused.
    const unknown = [
      ...older
        .filter((version) => !able.includes(version))
        .map((version) => `${need('tls').from} cannot speak ${version} itself`),
      ...endpoints
        .filter(({ late }) => late.some((version) => older.includes(version)))
        .map(({ name, late }) => `${name} did not answer ${late.join(', ')} in time`),
    ]

    all(
      () =>
        every(endpoints, 'answers at all', ({ late, versions }) =>
          saw(
            { items: versions, complete: late.length === 0, because: 'no answer in time' },
            () => true,
          ),
        ),
      () =>
        none(
          { items: endpoints, complete: unknown.length === 0, because: unknown.join('; ') },
          'speaks an older version',
          ({ versions }) => versions.some((version) => older.includes(version)),
        ),
    )
  },
)
