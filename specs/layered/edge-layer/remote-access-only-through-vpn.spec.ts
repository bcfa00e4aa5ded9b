import { all, control, every, isDeclared, none, saw, that, the } from '#harness'
import { outside } from '../lookers.ts'
import { canHoldAt } from '../vlans.ts'

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
  ({ inventory, lab, need, vantage }) => {
    const { wanAllowed, wanIpv6 } = need('network')
    const { wanAddress, vpn } = need('edge')
    const { openPorts, webAnswers } = vantage(outside({ inventory }).name)
    const wan = the(
      lab.edgeSystem.interfaces,
      'interface with the public address',
      ({ addresses }) => addresses.some((it) => it.startsWith(`${wanAddress}/`)),
    )
    const { address: proxy } = the(
      inventory.hosts,
      'proxy',
      ({ name }) => name === need('proxy').host,
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
                action === 'pass' && direction !== 'out' && canHoldAt(on, wan.device),
            )
            .map(({ text, protocol, to, port }) => ({ text, protocol, to, port })),
          'lets the internet in',
          ({ protocol, to, port }) =>
            !(protocol === 'udp' && to === wanAddress && port === String(vpn.port)) &&
            !(protocol === 'tcp' && to === proxy && /^(https?|443|80)$/.test(port ?? '')),
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
