import { all, control, every } from '#harness'

control(
  'Every service that is used from afar answers over the tailnet',
  {
    statement: 'ZT-54',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-17', 'SC-8', 'SC-23', 'CP-10'],
    remedy:
      'Look at the service and at `tailscale serve status` on its host; renew its certificate with `tailscale cert`, and see that the policy grants its port.',
  },
  ({ vantage, parameter, inventory }) => {
    const limitMs = parameter.seconds('p.access.max_latency') * 1000
    const { webAnswers, dnsAnswers } = vantage('tailnet')
    const remote = inventory.services.flatMap(({ name, remote: at }) =>
      at ? [{ service: name, ...at }] : [],
    )
    const health = remote.map((wanted) => {
      const answer = webAnswers.find(({ id }) => id === `health:${wanted.service}`)
      const { status, error, tookMs, certificate } = answer ?? {}
      return { ...wanted, status, error, tookMs, certificate }
    })
    const names = remote.map(({ service, url }) => ({
      service,
      name: new URL(url).hostname,
      values: dnsAnswers
        .filter(({ name, type }) => name === new URL(url).hostname && type !== 'CNAME')
        .flatMap(({ values }) => values),
    }))
    const member = /^(100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|fd7a:115c:a1e0:)/i
    all(
      () =>
        every(
          health,
          'is healthy over the tailnet, in time, under a certificate for its name',
          ({ status, expect, tookMs = Number.POSITIVE_INFINITY, certificate }) =>
            status === expect && tookMs <= limitMs && certificate?.valid === true,
        ),
      () =>
        every(
          names,
          'resolves to addresses of the tailnet, and to no other',
          ({ values }) => values.length > 0 && values.every((value) => member.test(value)),
        ),
    )
  },
)
