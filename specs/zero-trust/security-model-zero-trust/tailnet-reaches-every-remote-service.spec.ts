import { all, control, every, none, saw } from '#harness'

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
    const answerTo = (id: string) => webAnswers.items.find((answer) => answer.id === id)
    const cameBack = (asked: string) => saw(webAnswers, ({ id }) => id === asked)
    const remote = inventory.services
      .flatMap(({ name, remote: at, unauthenticated }) =>
        at ? [{ name, ...at, refuses: unauthenticated?.refuses }] : [],
      )
      .map(({ name, url, expect, refuses }) => {
        const { status, error, tookMs, certificate } = answerTo(`health:${name}`) ?? {}
        const refusal = answerTo(`anonymous:${name}`)?.status
        const values = dnsAnswers
          .filter((x) => x.name === new URL(url).hostname && x.type !== 'CNAME')
          .flatMap((x) => x.values)
        const answer = { expect, status, error, tookMs, certificate, values }
        return { service: name, url, ...answer, refuses, refusal }
      })
    const member = /^(100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|fd7a:115c:a1e0:)/i
    all(
      () =>
        every(
          remote,
          'is healthy over the tailnet, in time, under a certificate for its name',
          ({ service, status, expect, tookMs = Number.POSITIVE_INFINITY, certificate }) =>
            cameBack(`health:${service}`) &&
            status === expect &&
            tookMs <= limitMs &&
            certificate?.valid === true,
        ),
      () =>
        every(
          remote,
          'has a name that resolves to addresses of the tailnet, and to no other',
          ({ values }) => values.length > 0 && values.every((value) => member.test(value)),
        ),
      () => {
        const unasked = remote.filter(({ refuses }) => refuses === undefined)
        const because = `${unasked.map(({ service }) => service).join(', ')} may be a placeholder: add unauthenticated, a URL that asks for a login`
        none({ items: [], complete: unasked.length === 0, because }, 'is no service', () => true)
      },
      // A proxy can say "healthy" by itself; that somebody asks for a login it cannot.
      () =>
        every(
          remote,
          'is the service and no placeholder',
          ({ service, refuses, refusal = 0 }) =>
            refuses === undefined ||
            (cameBack(`anonymous:${service}`) && refuses.includes(refusal)),
        ),
    )
  },
)
