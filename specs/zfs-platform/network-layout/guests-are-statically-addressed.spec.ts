import { all, control, every, none } from '#harness'
import { macOf } from './plan.ts'

control(
  'Every guest carries its address by its own configuration, not by a lease',
  {
    statement: 'ZF-43',
    impact: 'medium',
    kind: 'addressing',
    standards: ['CM-6', 'SC-22'],
    remedy:
      'Set `ip=<address>/24,gw=192.168.0.1` in net0 of a container, and a static address in the machine itself; take its reservation from the router.',
  },
  (views) => {
    const { host, hosts, inventory, lab } = views
    const guests = hosts('service', 'compute')
    const [router] = hosts('router')

    all(
      () =>
        every(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items
              .filter(({ type }) => type === 'lxc')
              .map(({ vmid, options }) => ({ vmid, net0: options.net0 ?? '' })),
          },
          'has its address and its gateway in net0',
          ({ net0 }) => /,ip=\d+(\.\d+){3}\/\d+/.test(net0) && /,gw=\d/.test(net0),
        ),
      ...guests.map(
        ({ name, address }) =>
          () =>
            every(
              host(name)
                .addresses.filter((one) => one.address === address)
                .map((one) => ({ host: name, address, isDynamic: one.isDynamic ?? false })),
              'is set, and does not expire',
              ({ isDynamic }) => !isDynamic,
            ),
      ),
      ...guests.map(
        ({ name }) =>
          () =>
            none(
              host(name).listeners.map(({ protocol, port, programs }) => ({
                host: name,
                protocol,
                port,
                programs,
              })),
              'waits for a lease',
              ({ protocol, port }) => protocol === 'udp' && port === 68,
            ),
      ),
      () => {
        const { leases, reserved } = host(router?.name ?? '').dhcpServer
        const macs = inventory.guests.map(({ vmid }) => macOf(views, vmid))
        none(leases, 'is lent to a guest', ({ mac }) => macs.includes(mac))
        none(
          guests.map(({ name, address }) => ({ name, address })),
          'is reserved at the router, which only looks static',
          ({ address }) => reserved.includes(address),
        )
      },
    )
  },
)
