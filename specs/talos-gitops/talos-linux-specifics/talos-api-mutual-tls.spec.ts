import { all, control, every, none, saw } from '#harness'

control(
  'The API of Talos answers those alone who have a certificate of its authority',
  {
    statement: 'TG-93',
    impact: 'critical',
    kind: 'exposure',
    standards: ['IA-3', 'SC-8', 'AC-3'],
    remedy:
      'A node in maintenance mode takes anybody: apply its machine configuration. Otherwise renew the authority: `talosctl rotate-ca --talos`.',
  },
  ({ host, need }) => {
    const { host: asked, nodes } = need('talos')
    const { talosMachines, talosStrangers } = host(asked)
    all(
      () => none(talosStrangers, 'took a stranger in', ({ answer }) => answer === 'accepted'),
      () =>
        every(nodes, 'refuses both kinds of stranger, and answers us', ({ name }) => {
          const refusals = talosStrangers.filter(
            ({ answer, node }) => node === name && answer === 'refused',
          )
          const because = `${name} said nothing to a stranger`
          return (
            saw({ items: refusals, complete: refusals.length === 2, because }, () => true) &&
            saw(
              { items: refusals.slice(1), complete: refusals.length === 2, because },
              () => true,
            ) &&
            saw(talosMachines, ({ node }) => node === name)
          )
        }),
    )
  },
)
