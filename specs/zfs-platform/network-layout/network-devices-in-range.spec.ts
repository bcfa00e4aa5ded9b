import { all, control, every, same } from '#harness'
import { asker, isBetween, PLAN } from './plan.ts'

control(
  'Devices of the network, and nothing else, have the addresses from .2 to .9',
  {
    statement: 'ZF-40',
    impact: 'low',
    kind: 'addressing',
    standards: ['CM-8', 'SC-7', 'CIS-1.1'],
    remedy:
      'Give what is not a device of the network another address; a new device is declared under `addressing.devices` with its hardware address.',
  },
  (views) => {
    const { devices } = views.need('addressing')
    const { items, ...whole } = views.host(asker(views)).arpAnswers

    all(
      () =>
        every(devices, 'has an address of its range', ({ address }) =>
          isBetween(address, PLAN.devices),
        ),
      () =>
        same(
          {
            ...whole,
            items: items
              .filter(({ address }) => isBetween(address, PLAN.devices))
              .flatMap(({ address, macs }) => macs.map((mac) => `${address} ${mac}`)),
          },
          devices.map(({ address, mac }) => `${address} ${mac}`),
          'devices of the network',
        ),
    )
  },
)
