import { all, control, none, that } from '#harness'
import { overlaps } from './plan.ts'

control(
  'Every guest has its address in the one LAN, with its mask, and no network of its own on top',
  {
    statement: 'ZF-43',
    impact: 'medium',
    kind: 'addressing',
    standards: ['CM-6', 'SC-7'],
    remedy:
      'Set the mask of the LAN in the guest; give Docker other networks with `default-address-pools` in /etc/docker/daemon.json.',
  },
  ({ host, hosts, need }) => {
    const { lan } = need('network')
    const [network = '', bits] = lan.split('/')

    all(
      () => that(network === '192.168.0.0', 'the network is that of the table', { lan }),
      ...hosts('service', 'compute').map(({ name, address }) => () => {
        const all4 = host(name).addresses.filter(({ family }) => family === 4)
        const mine = all4.filter((one) => one.address === address)
        that(
          mine.length === 1 && mine[0]?.prefixLength === Number(bits) && mine[0].isUp,
          `it has ${address}/${bits} on an interface that is up`,
          { host: name, address, mine },
        )
        none(
          all4.map(({ device, address: at, prefixLength }) => ({
            host: name,
            device,
            at,
            prefixLength,
          })),
          'is a network of its own that takes packets for the LAN',
          ({ at, device, prefixLength }) =>
            device !== mine[0]?.device && overlaps(`${at}/${prefixLength}`, lan),
        )
      }),
    )
  },
)
