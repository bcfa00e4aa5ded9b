import { all, control, every, none } from '#harness'

control(
  'Nobody inside can have a port opened by asking for it',
  {
    statement: 'LA-62',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7(5)', 'CM-7', 'AC-4', 'CIS-4.8'],
    remedy:
      'Switch UPnP and NAT-PMP off at the edge, and at any router of the provider before it; remove the plug-in.',
  },
  ({ inventory, lab, need, vantage }) => {
    const { vlans } = need('segments')
    const looks = inventory.vantages.filter(({ name }) => vlans.some((it) => it.name === name))

    all(
      () =>
        every(looks, 'is a VLAN where nobody offers to open ports', ({ name }) => {
          const { ssdp, natPmp, pcp } = vantage(name).portMapping
          return ssdp.length === 0 && !natPmp && !pcp
        }),
      () =>
        none(
          lab.edgeSystem.running.map((service) => ({ service })),
          'opens ports on request',
          ({ service }) => /upnp|nat-?pmp|pcpd/i.test(service),
        ),
    )
  },
)
