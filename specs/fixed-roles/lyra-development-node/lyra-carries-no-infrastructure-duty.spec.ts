import { all, control, knownAs, naming, none } from '#harness'

control(
  'No part of the infrastructure needs Lyra',
  {
    statement: 'FR-20',
    impact: 'high',
    kind: 'placement',
    standards: ['SC-2', 'SA-8', 'CP-2'],
    remedy:
      'Point the name, resolver, upstream, alert route or mount at a machine that is always on, and look again with `ss -tun state established` on Proxima.',
  },
  ({ host, hosts, lab, need }) => {
    const dev = need('development').host
    const mine = knownAs(
      { host },
      hosts('development').filter(({ name }) => name === dev),
    )
    const isLyra = naming(mine)
    const others = hosts('hypervisor', 'access', 'storage', 'service', 'monitoring')
    const runtime = hosts('hypervisor', 'service', 'monitoring')
    all(
      ...hosts('router').map((router) => () => {
        none(
          host(router.name).nameService.settings,
          'makes the LAN need Lyra',
          ({ key, value }) =>
            !/^(host-record|dhcp-host|hosts|ptr-record)$/.test(key) && isLyra(value),
        )
      }),
      ...others.map(({ name }) => () => {
        none(host(name).resolver, 'is asked for names', isLyra)
      }),
      ...others.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ path, source }) => ({ host: name, path, source })),
          'is mounted from Lyra',
          ({ source }) => isLyra(source),
        )
      }),
      // What is pulled from Lyra cannot be deployed without it.
      ...others.map(({ name }) => () => {
        const { items, ...whole } = host(name).repositories
        none(
          {
            ...whole,
            items: items.flatMap(({ path, remotes }) =>
              remotes.map(({ url }) => ({ host: name, path, url })),
            ),
          },
          'has its origin on Lyra',
          ({ url }) => isLyra(url),
        )
      }),
      () => none(lab.proxmoxStorages, 'is a storage on Lyra', ({ server = '' }) => isLyra(server)),
      // Whoever calls Lyra from the runtime needs something there; being called by it is no duty of Lyra’s.
      ...runtime.map(({ name }) => () => {
        const served = host(name).listeners.map(({ port }) => port)
        none(
          host(name).connections.map((it) => ({ host: name, ...it })),
          'calls Lyra',
          ({ localPort, peer }) =>
            mine.some(({ address, alsoAt = [] }) => [address, ...alsoAt].includes(peer)) &&
            !served.includes(localPort),
        )
      }),
      () =>
        none(lab.prometheusRuntime.alertmanagers, 'sends alerts by way of Lyra', ({ host: at }) =>
          isLyra(at),
        ),
    )
  },
)
