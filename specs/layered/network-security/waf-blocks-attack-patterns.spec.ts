import { all, control, every } from '#harness'

control(
  'The web application firewall refuses attacks on every name, and lets the rest pass',
  {
    statement: 'LA-58',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7(8)', 'SI-3', 'SI-10', 'SC-5', 'CIS-13.10'],
    remedy:
      'Set `SecRuleEngine On` and `modsecurity on` for the server, and load the core rules; write an exception where something harmless is refused.',
  },
  ({ host, lab, need }) => {
    const { host: proxy, names, portal } = need('proxy')
    const exposed = names.filter(({ name }) => name !== portal)
    const { sent, tracks } = lab.canaryTrails
    const of = (kind: string, name: string) =>
      sent.filter((it) => it.kind === kind && it.name === name)

    all(
      () => every(exposed, 'was attacked for a try', ({ name }) => of('attack', name).length > 0),
      () =>
        every(
          exposed.flatMap(({ name }) =>
            of('attack', name).map(({ id, status, sawService }) => ({
              name,
              id,
              status,
              sawService,
            })),
          ),
          'was refused, by the firewall itself',
          ({ id, status = 0, sawService }) =>
            [403, 406, 429].includes(status) &&
            sawService !== true &&
            tracks.some((it) => it.id === id && it.job === 'modsecurity'),
        ),
      // One whose every request is refused is banned, and shows nothing.
      () =>
        every(exposed, 'lets a harmless request pass afterwards', ({ name }) => {
          const last =
            of('attack', name)
              .map(({ at }) => at)
              .sort()
              .at(-1) ?? ''
          return of('harmless', name).some(
            ({ at, status, sawService }) => at >= last && status === 200 && sawService === true,
          )
        }),
      () =>
        every(exposed, 'has the firewall on', ({ name }) =>
          host(proxy).nginx.servers.some(
            ({ names: own, hasFirewall, listens }) =>
              own.includes(name) && hasFirewall && listens.some(({ isTls }) => isTls),
          ),
        ),
    )
  },
)
