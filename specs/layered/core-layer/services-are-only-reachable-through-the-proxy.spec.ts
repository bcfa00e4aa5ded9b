import { all, control, every, none, the } from '#harness'
import { inVlans, outside } from '../lookers.ts'

control(
  'No service answers people but through the proxy',
  {
    statement: 'LA-41',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'SC-7(8)', 'AC-4', 'CIS-4.4', 'CIS-13.4'],
    remedy:
      'Publish the port on loopback or on the one address that the proxy uses (`10.…:8443:443`), and let only the proxy through at the host’s firewall.',
  },
  ({ host, hosts, inventory, need, vantage }) => {
    const { host: proxy, names } = need('proxy')
    const { crossings } = need('segments')
    const looks = [outside({ inventory }), ...inVlans({ inventory, need })]
    const behind = [
      ...new Set(
        names.map(
          ({ service }) => the(inventory.services, service, (it) => it.name === service).host,
        ),
      ),
    ].filter((it) => it !== proxy)
    const published = hosts('compute').flatMap(({ name, address }) =>
      host(name).deployments.containers.flatMap(({ container, ports }) =>
        ports.map((it) => ({ host: name, own: address, container, ...it })),
      ),
    )

    all(
      ...looks.map(({ name }) => () => {
        const seen = vantage(name).openPorts
        none(
          {
            ...seen,
            items: seen.items.map(({ address, port, protocol, ...it }) => ({
              from: name,
              host: it.host,
              address,
              port,
              protocol,
            })),
          },
          'of a service answers past the proxy',
          (it) =>
            it.host !== undefined &&
            behind.includes(it.host) &&
            !crossings.some(
              (one) => one.from === name && one.to === it.host && one.ports.includes(it.port),
            ),
        )
      }),
      // What Docker publishes on every address goes past a firewall of the host that filters input.
      () =>
        none(published, 'is published on every address of its host', ({ address }) =>
          ['0.0.0.0', '::', ''].includes(address),
        ),
      () =>
        every(
          published,
          'is published on the host’s own address, or on loopback',
          ({ address, own }) => address === own || /^(127\.|::1$)/.test(address),
        ),
      () =>
        none(
          hosts('compute').flatMap(({ name }) =>
            host(name).containers.map(({ name: container, namespaces }) => ({
              host: name,
              container,
              network: namespaces.network,
            })),
          ),
          'listens as the host itself',
          ({ host: on, container, network }) =>
            network === 'host' &&
            !inventory.services.some(
              ({ name, host: at, container: own = name, hostNetwork }) =>
                own === container && at === on && hostNetwork,
            ),
        ),
    )
  },
)
