import { all, control, every } from '#harness'

control(
  'The hypervisor’s network cards run at full speed, both ways and without errors',
  {
    statement: 'TG-181',
    impact: 'medium',
    kind: 'sizing',
    standards: ['SC-5', 'CM-6'],
    remedy:
      'Change the cable or the port of the switch; a card that negotiates 100 Mbit/s has a broken pair.',
  },
  ({ host, hosts, parameter }) =>
    all(
      ...hosts('hypervisor').map(({ name }) => () => {
        const cards = parameter.words('p.net.cards')
        const links = host(name)
          .networkLinks.filter((link) => link.isUp || cards.includes(link.name))
          .map((link) => ({ host: name, ...link }))
        every(
          cards.map((card) => ({ host: name, card })),
          'is there',
          ({ card }) => links.some((link) => link.name === card),
        )
        every(
          links,
          'runs at the speed of the network, both ways',
          ({ bitsPerSecond = 0, isFullDuplex }) =>
            bitsPerSecond >= parameter.number('p.net.min_bits') && isFullDuplex,
        )
        every(
          links,
          'has hardly any errors',
          ({ errors, packets }) =>
            packets > 0 && errors / packets <= parameter.number('p.net.max_errors'),
        )
      }),
    ),
)
