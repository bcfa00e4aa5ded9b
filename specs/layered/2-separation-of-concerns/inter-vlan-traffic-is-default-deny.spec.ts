import { all, control, every, none, saw, the } from '#harness'
import { canHoldAt, portOf, vlanOf } from '../vlans.ts'

control(
  'From one VLAN into another goes only what is declared',
  {
    statement: 'LA-11',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-7(5)', 'AC-4', 'CA-8', 'CIS-13.4', 'CIS-4.4'],
    remedy:
      'Remove or narrow the rule of that interface at the edge, and reset states; declare a crossing that is meant in lab.yaml with its reason.',
  },
  ({ inventory, lab, need, vantage }) => {
    const { vlans, crossings } = need('segments')
    const looks = inventory.vantages.filter(({ name }) => vlans.some((it) => it.name === name))
    const hostAt = (address: string) => inventory.hosts.find((it) => it.address === address)?.name
    const isDeclaredCrossing = (from: string, to: string | undefined, port: number | undefined) =>
      crossings.some(
        (it) => it.from === from && it.to === to && port !== undefined && it.ports.includes(port),
      )
    const rulesOf = (name: string) => {
      const vlan = the(vlans, name, (it) => it.name === name)
      const { device } = the(
        lab.edgeSystem.interfaces,
        `interface of VLAN ${name}`,
        (it) => it.vlan === vlan.id,
      )
      return lab.edgeRules.filter
        .filter(
          ({ action, direction, interface: on }) =>
            action === 'pass' && direction !== 'out' && canHoldAt(on, device),
        )
        .map(({ text, to, port }) => ({ vlan: name, text, to, port }))
    }

    all(
      () => every(looks, 'is a VLAN that is looked from', () => true),
      ...looks.flatMap(({ name }) => {
        const seen = vantage(name).openPorts
        const own = the(vlans, name, (it) => it.name === name)
        const open = {
          ...seen,
          items: seen.items.filter(({ address }) => vlanOf(address, vlans)?.name !== own.name),
        }
        return [
          () =>
            none(
              open,
              `answers VLAN ${name}, and nobody declared it`,
              ({ host, port }) => !isDeclaredCrossing(name, host, port),
            ),
          () =>
            every(
              crossings
                .filter(({ from }) => from === name)
                .flatMap(({ to, ports }) => ports.map((port) => ({ from: name, to, port }))),
              'is open, as declared',
              ({ to, port }) => saw(open, (it) => it.host === to && it.port === port),
            ),
        ]
      }),
      // Also of those that nobody looks from.
      ...vlans.map(
        ({ name }) =>
          () =>
            none(
              rulesOf(name),
              'is a rule that lets more pass',
              ({ to, port }) =>
                to !== '! <private>' && !isDeclaredCrossing(name, hostAt(to), portOf(port)),
            ),
      ),
      // What no rule names has to end somewhere: at a block for each family, on every interface.
      () =>
        every(['inet', 'inet6'], 'is denied by default', (family) =>
          lab.edgeRules.filter.some(
            (it) =>
              it.action === 'block' &&
              it.direction !== 'out' &&
              it.interface === undefined &&
              it.from === 'any' &&
              it.to === 'any' &&
              it.port === undefined &&
              it.protocol === undefined &&
              (it.family ?? family) === family,
          ),
        ),
      () =>
        none(
          lab.edgeRules.filter.map(({ action, text }) => ({ action, text })),
          'is a rule that is not understood',
          ({ action }) => action === 'other',
        ),
    )
  },
)
