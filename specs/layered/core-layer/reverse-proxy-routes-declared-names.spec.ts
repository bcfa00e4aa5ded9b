import { all, control, every, none, same, that } from '#harness'
import { doors } from '../lookers.ts'

control(
  'The proxy routes exactly the declared names, and each leads to a service that answers',
  {
    statement: 'LA-41',
    impact: 'high',
    kind: 'topology',
    standards: ['SC-7', 'CM-2', 'SC-7(8)', 'CIS-12.2'],
    remedy:
      'Add or remove the server block, `nginx -t && systemctl reload nginx`, and start the backend that does not answer.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: proxy, names } = need('proxy')
    const { servers, unread, streams } = host(proxy).nginx
    // Also in the clear: a name that is served there is routed.
    const routed = servers.filter(({ returns }) => returns === undefined)
    const places = doors({ inventory, need }).map(({ name, from }) => ({
      from: name,
      stranger: host(from).tlsOffers.stranger,
      tries: host(from).doorTries,
    }))
    const loginAt = (name: string) =>
      lab.canaryTrails.sent.filter((it) => it.kind === 'login' && it.name === name).at(-1)

    all(
      () =>
        same(
          routed.flatMap((it) => it.names),
          names.map(({ name }) => name),
          'names at the proxy',
        ),
      () =>
        none(
          servers.flatMap((it) => it.names).map((name) => ({ name })),
          'is a pattern that answers for any name',
          ({ name }) => /[*~]|^_$/.test(name),
        ),
      () =>
        every(
          unread.length === 0 ? [{ file: 'none' }] : unread.map((file) => ({ file })),
          'was read after it was changed',
          ({ file }) => file === 'none',
        ),
      () => that(streams === 0, 'nothing is passed on without being looked at', { streams }),
      () =>
        every(
          places.map(({ from, stranger }) => ({ from, stranger })),
          'gets nothing for a name that nobody declared',
          ({ stranger: { tls, plain } }) =>
            [0, 404, 421].includes(tls) && [0, 404, 421].includes(plain),
        ),
      () =>
        every(names, 'leads to its service', ({ name, access }) =>
          access === 'public'
            ? places.every(({ tries }) =>
                tries.some(
                  (it) =>
                    it.name === name && it.way === 'page' && it.status === 200 && it.sawService,
                ),
              )
            : loginAt(name)?.status === 200 && loginAt(name)?.sawService === true,
        ),
    )
  },
)
