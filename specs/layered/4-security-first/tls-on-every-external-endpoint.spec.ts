import { all, control, every, none, that } from '#harness'
import { doors, outside } from '../lookers.ts'

control(
  'Every name speaks TLS of today with a good certificate, and plain HTTP only sends there',
  {
    statement: 'LA-23',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-8', 'SC-8(1)', 'SC-13', 'SC-23', 'CIS-3.10', 'CIS-12.6'],
    remedy:
      'Set `ssl_protocols TLSv1.2 TLSv1.3`, renew the certificate for the name, return 308 on port 80 and add Strict-Transport-Security.',
  },
  ({ host, inventory, need, parameter, vantage }) => {
    const { names } = need('proxy')
    const looks = doors({ inventory, need }).map(({ name, from }) => ({
      from: name,
      ...host(from).tlsOffers,
    }))
    const offers = looks.flatMap(({ from, offers: some }) => some.map((it) => ({ from, ...it })))
    const untried = offers.filter(({ untried: versions }) => versions.length > 0)
    const { openPorts } = vantage(outside({ inventory }).name)

    all(
      () =>
        every(looks, 'sees every name', ({ offers: some }) =>
          names.every(({ name }) => some.some((it) => it.name === name)),
        ),
      () =>
        every(
          offers.map(({ from, name, versions, verification }) => ({
            from,
            name,
            versions,
            verification,
          })),
          'speaks TLS 1.2 or 1.3, with a chain and a name that are good',
          ({ versions, verification }) =>
            versions.some((it) => it === 'tls1_2' || it === 'tls1_3') && verification === 0,
        ),
      () =>
        none(
          offers.map(({ from, name, versions }) => ({ from, name, versions })),
          'speaks what is too old',
          ({ versions }) => versions.includes('tls1') || versions.includes('tls1_1'),
        ),
      () => {
        const because = `the program that looked cannot speak ${untried[0]?.untried.join(' or ')}`
        none(
          { items: [], complete: untried.length === 0, because },
          'speaks what is too old',
          () => true,
        )
      },
      () =>
        every(
          offers.map(({ from, name, plain }) => ({ from, name, plain })),
          'sends plain HTTP to itself over TLS, and leaves nothing there',
          ({ name, plain }) =>
            plain === undefined ||
            ([301, 308].includes(plain.status) &&
              plain.location.startsWith(`https://${name}/`) &&
              !plain.hasCookie),
        ),
      () =>
        every(
          offers.map(({ from, name, hstsSeconds }) => ({ from, name, hstsSeconds })),
          'has clients remember that',
          ({ hstsSeconds }) => hstsSeconds >= parameter.number('p.tls.hsts_min'),
        ),
      () =>
        that(
          looks.every(({ stranger }) => stranger.plain < 200 || stranger.plain >= 300),
          'a name that is none gets no page in the clear',
          looks.map(({ from, stranger }) => ({ from, stranger })),
        ),
      () =>
        none(
          openPorts,
          'is another port that answers the internet',
          ({ port, protocol }) => protocol === 'tcp' && ![80, 443].includes(port),
        ),
    )
  },
)
