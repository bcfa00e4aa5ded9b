import { all, control, every, isDeclared, isInNetwork, none } from '#harness'

control(
  'Services are reached at addresses of the LAN, and listen on none that the internet routes',
  {
    statement: 'FR-57',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7', 'AC-4'],
    remedy:
      'Correct the name in the router’s DNS, and take a global IPv6 address away from the guest (`net0: …,ip6=manual`) or deny it at the router.',
  },
  ({ host, hosts, inventory, need, vantage }) => {
    const { lan, wanAllowed } = need('network')
    const isInside = (address: string) => isInNetwork(address, lan)
    const inside = hosts().filter(({ role }) => role !== 'router')
    const urls = inventory.services.flatMap(({ name, pages = {} }) =>
      Object.values(pages).map((url) => ({ service: name, at: new URL(url).hostname })),
    )
    const named = (router: string) =>
      host(router).nameService.settings.filter(({ key }) =>
        /^(host-record|address|hosts|dhcp-host)$/.test(key),
      )
    const resolved = ({ at }: { at: string }) =>
      vantage('lan')
        .dnsAnswers.filter(({ name }) => name === at)
        .flatMap(({ values }) => values)
    all(
      () =>
        every(urls, 'is at an address of the LAN', (it) =>
          /^[\d.]+$/.test(it.at)
            ? isInside(it.at)
            : resolved(it).length > 0 && resolved(it).every(isInside),
        ),
      ...hosts('router').map(({ name }) => () => {
        none(
          named(name),
          'gives a machine of the lab a public address',
          ({ value }) =>
            inside.some((it) => new RegExp(`(^|[,=/ .])${it.name}([., /]|$)`).test(value)) &&
            [
              ...value.matchAll(/(?:^|[,= /])((?:\d+\.){3}\d+|[0-9a-f]*:[0-9a-f:]+)(?=[, /]|$)/g),
            ].some(
              ([, address = '']) =>
                !isInside(address) && !/^(f[cd]|fe80|127\.|..:..:)/.test(address),
            ),
        )
      }),
      // Every address counts where a service listens on all of them.
      ...inside.map(({ name }) => () => {
        none(
          host(name)
            .addresses.filter(({ isPublic, isUp }) => isPublic && isUp)
            .map(({ address, device }) => ({ host: name, address, device })),
          'is routed from the internet, and something listens there',
          ({ address }) =>
            host(name).listeners.some(
              ({ address: at, port, protocol }) =>
                ['*', address, address.includes(':') ? '::' : '0.0.0.0'].includes(at) &&
                !isDeclared({ host: name, port, protocol }, wanAllowed),
            ),
        )
      }),
    )
  },
)
