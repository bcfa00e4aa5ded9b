import { control, every, saw } from '#harness'

control(
  'Every endpoint offers TLS 1.3',
  {
    statement: 'TG-50',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'SC-8(1)', 'SC-13', 'CIS-3.10'],
    remedy:
      'Raise the library or the setting of the endpoint; a proxy in front has to offer it as well.',
  },
  ({ host, need }) => {
    const { tlsEndpoints } = host(need('tls').from)

    every(tlsEndpoints.endpoints, 'offers TLS 1.3', ({ late, versions }) =>
      saw(
        { items: versions, complete: !late.includes('tls1_3'), because: 'no answer in time' },
        (version) => version === 'tls1_3',
      ),
    )
  },
)
