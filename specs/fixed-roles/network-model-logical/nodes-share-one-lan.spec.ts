import { all, control, every, isInNetwork, none, the } from '#harness'

control(
  'All four machines are in one LAN, and each reaches the others directly',
  {
    statement: 'FR-55',
    impact: 'medium',
    kind: 'topology',
    standards: ['SC-7', 'PL-8', 'CIS-12.2'],
    remedy:
      'Put the machine into the LAN’s network and switch port, take its second interface out of other networks, and look with `ip neigh` whether the answers come from the router.',
  },
  ({ host, hosts, need }) => {
    const machines = hosts('development', 'hypervisor', 'access', 'storage')
    const { lan } = need('network')
    const own = (name: string) =>
      host(name).addresses.filter(
        ({ device, family, isUp, scope }) =>
          family === 4 &&
          isUp &&
          scope === 'global' &&
          !/^(docker(\d+|_gwbridge)$|br-[0-9a-f]{12}$|veth|wg|tailscale|virbr)/.test(device),
      )
    const macOf = (name: string) => host(name).neighbourhood.own.map(({ hardware }) => hardware)
    const pairs = machines.flatMap(({ name }) =>
      machines
        .filter((it) => it.name !== name)
        .map((it) => ({ from: name, to: it.name, address: it.address })),
    )
    all(
      () =>
        every(
          machines,
          'has one address in the LAN',
          ({ name, address }) =>
            own(name)
              .filter((it) => isInNetwork(it.address, lan))
              .map((it) => it.address)
              .join() === address,
        ),
      ...machines.map(({ name }) => () => {
        none(
          own(name).map((it) => ({ host: name, ...it })),
          'is in another network as well',
          (it) => !isInNetwork(it.address, lan),
        )
      }),
      // A router that answers for another segment shows its own hardware address.
      () =>
        every(pairs, 'sees the other on its own segment', ({ address, from, to }) => {
          const found = host(from).neighbourhood.neighbours.find((it) => it.address === address)
          return found?.hardware !== undefined && macOf(to).includes(found.hardware)
        }),
      () =>
        every(machines, 'is the same to the router', ({ address, name }) => {
          const router = the(hosts('router'), 'router', () => true)
          const seen = host(router.name).neighbourhood.neighbours.find(
            (it) => it.address === address,
          )
          return seen?.hardware !== undefined && macOf(name).includes(seen.hardware)
        }),
    )
  },
)
