import { all, control, every, none, that } from '#harness'

control(
  'The namespace has no way out over IPv6 but the tunnel',
  {
    statement: 'ZF-87',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7'],
    remedy:
      'Create the network of gluetun without `enable_ipv6`, or set `net.ipv6.conf.all.disable_ipv6=1` for gluetun.',
  },
  ({ host, need }) => {
    const { host: on, device } = need('tunnel')
    const { addresses, routes } = host(on).tunnelSpace
    const { members } = host(on).tunnelMembers
    const native = addresses.filter((one) => one.device !== 'lo' && one.device !== device)

    all(
      () => that(addresses.length > 0, 'its interfaces were seen', { addresses: addresses.length }),
      () =>
        none(
          native,
          'is an address that the internet, or a translation, could use',
          ({ family, scope }) => family === 6 && scope === 'global',
        ),
      () =>
        none(
          routes,
          'is a way out past the tunnel',
          ({ family, destination, device: by, type }) =>
            family === 6 &&
            /^(default|::\/\d+|2000::\/3)$/.test(destination) &&
            !['unreachable', 'blackhole', 'prohibit'].includes(type ?? '') &&
            by !== device &&
            by !== 'lo',
        ),
      () =>
        every(
          members
            .filter(({ isRunning }) => isRunning)
            .map(({ container, via6 }) => ({ container, via6 })),
          'sends nothing over IPv6 but by the tunnel',
          ({ via6 }) => via6 === undefined || via6 === device,
        ),
    )
  },
)
