import { all, control, every, none, same, that, the } from '#harness'

control(
  'The edge forwards to the proxy, and to nothing else',
  {
    statement: 'LA-62',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'SC-7(8)', 'AC-4', 'CM-7', 'CIS-4.4', 'CIS-12.2'],
    remedy:
      'Delete the forward, or point it at the proxy; remove one-to-one mappings; declare a forward that is meant in lab.yaml.',
  },
  ({ inventory, lab, need }) => {
    const { forwards } = need('edge')
    const { host: proxy } = need('proxy')
    const { address } = the(inventory.hosts, proxy, ({ name }) => name === proxy)
    const configured = lab.edgeRules.forwards.filter(({ isEnabled }) => isEnabled)
    const ports: Readonly<Record<string, string>> = { http: '80', https: '443' }
    const loaded = lab.edgeRules.nat.filter(({ action }) => action === 'rdr' || action === 'binat')

    all(
      () =>
        same(
          configured.map(({ port, protocol, target }) => `${protocol} ${port} ${target}`),
          forwards.map(
            ({ port, protocol, to }) =>
              `${protocol} ${port} ${the(inventory.hosts, to, ({ name }) => name === to).address}`,
          ),
          'forwards',
        ),
      () => every(forwards, 'goes to the proxy', ({ to }) => to === proxy),
      () =>
        none(
          loaded.map(({ text, action, target, port = 'all' }) => ({
            text,
            action,
            target,
            port: ports[port] ?? port,
          })),
          'is loaded, and nobody declared it',
          ({ action, target, port }) =>
            action === 'binat' ||
            target !== address ||
            !forwards.some((it) => String(it.port) === port),
        ),
      () =>
        that(lab.edgeRules.oneToOne === 0, 'no address is mapped as a whole', {
          oneToOne: lab.edgeRules.oneToOne,
        }),
    )
  },
)
