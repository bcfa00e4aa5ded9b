import { all, control, every, isDeclared, none, saw, that, the } from '#harness'

control(
  'From the internet only the proxy answers, and nothing to manage behind it',
  {
    statement: 'LA-37',
    impact: 'critical',
    kind: 'exposure',
    standards: ['AC-17', 'AC-17(3)', 'SC-7', 'CA-8', 'CIS-12.7', 'CIS-4.4'],
    remedy:
      'Take the forward or the WAN rule out at the edge; put a login before the name at the proxy.',
  },
  ({ lab, need, vantage }) => {
    const { wanAllowed, wanIpv6 } = need('network')
    const { wanAddress, vpn } = need('edge')
    const { openPorts, webAnswers } = vantage('internet')
    const wan = the(
      lab.edgeSystem.interfaces,
      'interface with the public address',
      ({ addresses }) => addresses.some((it) => it.startsWith(`${wanAddress}/`)),
    )
    const global6 = lab.edgeSystem.interfaces
      .flatMap(({ addresses6 }) => addresses6)
      .filter((it) => /^[23]/.test(it))

    all(
      () =>
        none(
          openPorts,
          'answers the internet',
          ({ port, protocol }) => !isDeclared({ port, protocol }, wanAllowed),
        ),
      () =>
        every(
          wanAllowed.filter(({ protocol }) => protocol === 'tcp'),
          'answers, as it should',
          ({ port }) => saw(openPorts, (it) => it.port === port),
        ),
      () =>
        none(
          {
            ...webAnswers,
            items: webAnswers.items
              .filter(({ id }) => id.startsWith('anonymous:'))
              .map(({ service, url, status }) => ({ service, url, status })),
          },
          'gives a stranger what is behind it',
          ({ status = 0 }) => status >= 200 && status < 300,
        ),
      // A proxy that does not answer at all would let nobody in either.
      () =>
        every(
          need('proxy')
            .names.filter(({ access }) => access !== 'public')
            .map(({ name, service }) => ({ name, service })),
          'was asked for, and answered',
          ({ service }) =>
            saw(webAnswers, (it) => it.service === service && it.status !== undefined),
        ),
      // UDP stays silent to strangers: of it the rules speak.
      () =>
        none(
          lab.edgeRules.filter
            .filter(
              ({ action, direction, interface: on }) =>
                action === 'pass' && direction === 'in' && on === wan.device,
            )
            .map(({ text, protocol, port }) => ({ text, protocol, port })),
          'lets the internet in',
          ({ text, protocol, port }) =>
            !(protocol === 'udp' && port === String(vpn.port)) &&
            !(protocol === 'tcp' && / port = (https?|443|80) /.test(`${text} `)),
        ),
      () =>
        that(
          global6.every((it) => wanIpv6.some((at) => it.startsWith(at))),
          'IPv6 addresses that the internet reaches are declared, and scanned',
          { global6 },
        ),
    )
  },
)
