import { all, control, every, none, same, that } from '#harness'

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
  ({ host, lab, need }) => {
    const { host: proxy, names } = need('proxy')
    const { servers, unread, streams } = host(proxy).nginx
    const routed = servers.filter(
      ({ listens, returns }) => listens.some(({ isTls }) => isTls) && returns === undefined,
    )
    const { stranger } = host('laptop').tlsOffers
    const tries = host('laptop').doorTries

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
        that(
          [0, 404, 421].includes(stranger.tls) && [0, 404, 421].includes(stranger.plain),
          'a name that nobody declared gets nothing',
          stranger,
        ),
      () =>
        every(names, 'leads to its service', ({ name, access }) =>
          access === 'public'
            ? tries.some(
                (it) => it.name === name && it.way === 'page' && it.status === 200 && it.sawService,
              )
            : lab.canaryTrails.sent.some(
                (it) =>
                  it.kind === 'login' &&
                  it.name === name &&
                  it.status === 200 &&
                  it.sawService === true,
              ),
        ),
    )
  },
)
