import { all, control, every, same } from '#harness'
import { allOf, asker, isBetween, macOf, PLAN } from './plan.ts'

control(
  'Machines have the addresses from .20 to .24, and nothing else answers there',
  {
    statement: 'ZF-42',
    impact: 'medium',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Set the address in the network configuration of the machine; a further machine, or a second address, needs the table extended first.',
  },
  (views) => {
    const { host, lab } = views
    const { items, ...whole } = lab.machineStates
    const inLan = items.flatMap(({ vmid, interfaces }) =>
      interfaces.flatMap(({ addresses }) =>
        addresses
          .filter(({ address }) => address.startsWith('192.168.0.'))
          .map(({ address }) => ({ vmid, address })),
      ),
    )
    const answers = host(asker(views)).arpAnswers

    all(
      () =>
        same(
          { ...whole, items: inLan.map(({ address }) => address) },
          allOf(PLAN.machines),
          'addresses of machines',
        ),
      () =>
        every(
          {
            ...answers,
            items: answers.items.filter(({ address }) => isBetween(address, PLAN.machines)),
          },
          'is answered by the machine that has it',
          ({ address, macs }) => {
            const owner = inLan.find((one) => one.address === address)
            return owner !== undefined && macs.every((mac) => mac === macOf(views, owner.vmid))
          },
        ),
    )
  },
)
