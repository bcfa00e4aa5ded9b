import { all, control, knownAs, naming, none } from '#harness'

control(
  'Rhea works without any machine of development or runtime',
  {
    statement: 'FR-36',
    impact: 'medium',
    kind: 'isolation',
    standards: ['SC-32', 'CP-2'],
    remedy:
      'Give Rhea a resolver that is no guest of Proxima, local accounts, and data of its own; unmount what comes from the others.',
  },
  ({ host, hosts, need }) => {
    const others = knownAs(
      { host },
      hosts('development', 'hypervisor', 'access', 'service', 'monitoring'),
    )
    const isOther = naming(others)
    all(
      ...hosts('storage').map(({ name }) => () => {
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({ fstype, path, source })),
          'is mounted from another machine, or from nobody knows where when somebody looks',
          ({ fstype, path, source }) =>
            isOther(source) || (fstype === 'autofs' && path !== '/proc/sys/fs/binfmt_misc'),
        )
      }),
      ...hosts('storage').map(({ name }) => () => {
        // One of several may be gone; who has no other is lost with it.
        const { items, ...whole } = host(name).resolver
        const outside = items.filter((it) => !isOther(it))
        none(
          { ...whole, items: outside.length > 0 ? [] : items },
          'is the only one asked for names',
          () => true,
        )
      }),
      ...hosts('storage').map(({ name }) => () => {
        const served = host(name).listeners.map(({ port }) => port)
        none(
          host(name).connections,
          'calls a machine that it should not need',
          ({ localPort, peer }) =>
            others.some(({ address, alsoAt = [] }) => [address, ...alsoAt].includes(peer)) &&
            !served.includes(localPort),
        )
      }),
      ...hosts('storage')
        .filter(({ name }) => need('engines').includes(name))
        .map(({ name }) => () => {
          none(host(name).dockerVolumes, 'lies on another machine', ({ options }) =>
            Object.values(options).some(isOther),
          )
        }),
    )
  },
)
