import { control, every } from '#harness'

control(
  'Every certificate is for its name, of the CA that is meant, and holds for a while',
  {
    statement: 'TG-192',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-17', 'IA-5(2)'],
    remedy:
      'Renew the certificate, or name the right CA for the endpoint in lab.yaml; look at why cert-manager did not.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { tlsEndpoints } = host(need('tls').from)

    every(
      tlsEndpoints.endpoints,
      'shows a certificate that holds',
      ({ verification, endsAt }) =>
        verification === 0 &&
        endsAt !== undefined &&
        -ageSeconds(endsAt) >= parameter.seconds('p.tls.min_left'),
    )
  },
)
