import { all, control, same, that, the } from '#harness'

control(
  'The root file system of every node is read-only, and the extensions are those declared',
  {
    statement: 'TG-92',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-5', 'SI-7', 'SC-34'],
    remedy:
      'Install the node again from the image of the code, with the extensions of p.talos.extensions and no other.',
  },
  ({ host, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const { talosExtensions, talosMounts } = host(asked)
    all(
      ...nodes.map(({ name }) => () => {
        const { isReadOnly, type } = the(
          talosMounts,
          `mount at / of ${name}`,
          ({ node, target }) => node === name && target === '/',
        )
        that(isReadOnly, `/ of ${name} is read-only`, { type })
      }),
      ...nodes.map(({ name }) => () => {
        const { items, ...look } = talosExtensions
        const own = items.filter((one) => one.node === name).map((one) => one.name)
        same(
          { ...look, items: own },
          parameter.words('p.talos.extensions'),
          `extensions of ${name}`,
        )
      }),
    )
  },
)
