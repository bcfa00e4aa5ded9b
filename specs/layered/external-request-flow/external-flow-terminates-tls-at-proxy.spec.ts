import { all, control, every, none, that } from '#harness'
import { inside, outside } from '../lookers.ts'

control(
  'TLS from the internet ends at the proxy, nowhere before and nowhere after',
  {
    statement: 'LA-63',
    impact: 'high',
    kind: 'topology',
    standards: ['SC-8', 'SC-8(1)', 'SC-23', 'CIS-3.10'],
    remedy:
      'Take TLS off the edge and out of the cloud before it, and serve the name from a server block with its own certificate instead of passing it through.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: proxy, names } = need('proxy')
    const { servers, streams } = host(proxy).nginx
    const files = host(proxy).certificateFiles
    const serialOf = (from: string, name: string) =>
      host(from).tlsOffers.offers.find((it) => it.name === name)?.serial

    all(
      () =>
        every(
          names.map(({ name }) => ({
            name,
            outside: serialOf(outside({ inventory }).from, name),
            inside: inside({ inventory, need }).map(({ from }) => serialOf(from, name)),
          })),
          'has the certificate of the proxy outside as inside',
          (it) =>
            it.outside !== undefined &&
            it.inside.every((serial) => serial === it.outside) &&
            files.some(({ serial }) => serial === it.outside),
        ),
      () =>
        every(
          names.map(({ name }) => ({ name })),
          'is served over TLS by the proxy itself',
          ({ name }) =>
            servers.some(
              ({ names: own, listens, certificate }) =>
                own.includes(name) &&
                certificate !== undefined &&
                listens.some(({ isTls }) => isTls),
            ),
        ),
      () => that(streams === 0, 'no TLS is passed through to a backend', { streams }),
      () =>
        none(
          lab.edgeSystem.running.map((service) => ({ service })),
          'ends TLS at the edge',
          ({ service }) => /haproxy|relayd|nginx|caddy|stunnel/i.test(service),
        ),
    )
  },
)
