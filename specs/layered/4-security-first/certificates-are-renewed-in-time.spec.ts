import { all, control, every } from '#harness'
import { doors } from '../lookers.ts'

control(
  'No certificate ends soon, and the newest one is the one that is served',
  {
    statement: 'LA-23',
    impact: 'high',
    kind: 'configuration',
    standards: ['SC-12', 'SC-17', 'SI-4', 'CIS-3.10'],
    remedy: 'Renew it (`certbot renew`), and reload nginx by a hook of the renewal.',
  },
  ({ ageSeconds, host, inventory, need, parameter }) => {
    const { host: proxy, names } = need('proxy')
    const least = parameter.number('p.tls.min_days_left') * 86_400
    const offers = doors({ inventory, need }).flatMap(({ name: from, from: on }) =>
      host(on).tlsOffers.offers.map(({ name, serial, endsAt }) => ({
        from,
        name,
        serial,
        endsAt,
      })),
    )
    const { servers } = host(proxy).nginx
    const files = host(proxy).certificateFiles
    const fileOf = (name: string) =>
      servers.find(({ names: own, certificate }) => own.includes(name) && certificate !== undefined)
        ?.certificate

    all(
      () =>
        every(
          names.map(({ name }) => ({ name })),
          'was looked at',
          ({ name }) => offers.some((it) => it.name === name && it.serial !== undefined),
        ),
      () =>
        every(
          offers,
          'has its whole chain for long enough',
          ({ endsAt }) => endsAt !== undefined && -ageSeconds(endsAt) >= least,
        ),
      // Renewed on disk and never read again: the old one is served until it ends.
      () =>
        every(offers, 'is served with the certificate that is on disk', ({ name, serial }) =>
          files.some(({ path, serial: own }) => path === fileOf(name) && own === serial),
        ),
      () => every(files, 'has time left on disk', ({ notAfter }) => -ageSeconds(notAfter) >= least),
    )
  },
)
