import { all, control, every, none, the } from '#harness'

control(
  'Plain HTTP leads to HTTPS and gives nothing else',
  {
    statement: 'TG-192',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'CIS-3.10'],
    remedy: 'Set `ssl-redirect` at the ingress controller, and close other ports of its address.',
  },
  ({ host, need, vantage }) => {
    const { tlsEndpoints } = host(need('tls').from)
    const { endpoints } = need('tls')
    const { balancer } = need('kubernetes')

    all(
      () =>
        every(
          endpoints.filter(({ web }) => web === true),
          'has plain HTTP lead to it, or no plain HTTP',
          ({ name, server }) => {
            const { plain, versions } = the(
              tlsEndpoints.endpoints,
              `endpoint ${name}`,
              (one) => one.name === name,
            )
            return (
              versions.length > 0 &&
              (plain === undefined ||
                ([301, 308].includes(plain.status) &&
                  plain.location.startsWith(`https://${server}/`)))
            )
          },
        ),
      () =>
        none(
          vantage('lan').openPorts,
          'answers in plain text at the address of the applications',
          ({ address, port, protocol }) =>
            address === balancer.entry && protocol === 'tcp' && ![80, 443].includes(port),
        ),
    )
  },
)
