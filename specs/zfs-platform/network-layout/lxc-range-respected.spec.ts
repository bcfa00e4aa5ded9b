import { all, control, every, same } from '#harness'
import { allOf, asker, isBetween, macOf, PLAN } from './plan.ts'

control(
  'Containers have the addresses from .11 to .13, and nothing else answers there',
  {
    statement: 'ZF-41',
    impact: 'medium',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Set the address in net0 of the container with `pct set`, and restart it; a further container needs the table extended first.',
  },
  (views) => {
    const { host, lab } = views
    const { items, ...whole } = lab.containerInterfaces
    const found = items.flatMap(({ vmid, interfaces }) =>
      interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => ({ vmid, address }))),
    )
    const inLan = found.filter(({ address }) => address.startsWith('192.168.0.'))
    const answers = host(asker(views)).arpAnswers

    all(
      () =>
        same(
          { ...whole, items: inLan.map(({ address }) => address) },
          allOf(PLAN.containers),
          'addresses of containers',
        ),
      () =>
        every(
          {
            ...answers,
            items: answers.items.filter(({ address }) => isBetween(address, PLAN.containers)),
          },
          'is answered by the container that has it',
          ({ address, macs }) => {
            const owner = inLan.find((one) => one.address === address)
            return owner !== undefined && macs.every((mac) => mac === macOf(views, owner.vmid))
          },
        ),
    )
  },
)
