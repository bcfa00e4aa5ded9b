import { all, control, none, that, the } from '#harness'
import { isBetween, PLAN } from './plan.ts'

control(
  'The hypervisor has the one address that the inventory gives it, set and outside every range',
  {
    statement: 'ZF-43',
    impact: 'low',
    strength: 'target',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Set it as `address` of the bridge in /etc/network/interfaces with `inet static`, and run `ifreload -a`; give it a row in the table.',
  },
  ({ host, hosts, need }) => {
    const { bridge, lent } = need('addressing')
    const { name, address } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const own = host(name).addresses.filter(
      ({ device, family }) => device === bridge && family === 4,
    )
    const taken = [...Object.values(PLAN), [lent.from, lent.to] as const]

    all(
      () =>
        that(
          own.length === 1 && own[0]?.address === address && own[0].isDynamic === undefined,
          'the bridge has it, set by hand',
          { address, own },
        ),
      () =>
        none(
          taken.map(([from, to]) => ({ address, from, to })),
          'is a range that holds it',
          ({ from, to }) => isBetween(address, [from, to]),
        ),
    )
  },
)
