import { control, every, saw } from '#harness'

control(
  'Every node can still boot the image that it had before its upgrade',
  {
    statement: 'TG-94',
    impact: 'medium',
    strength: 'optional',
    kind: 'recovery',
    standards: ['CP-10', 'SI-17'],
    remedy:
      'A node that was just installed has no earlier image: declare `absent: { talos-upgrade: why }` until the first upgrade.',
    subject: 'talos-upgrade',
  },
  ({ host, need }) => {
    const { host: asked, nodes } = need('talos')
    const { items, ...look } = host(asked).talosFolders
    every(nodes, 'has two images that boot', ({ name }) => {
      const names = (path: string) =>
        items.filter((one) => one.node === name && one.path === path).flatMap((one) => one.names)
      const slots = [
        ...names('/boot').filter((entry) => ['A', 'B'].includes(entry)),
        ...names('/boot/EFI/Linux').filter((entry) => /^Talos-.*\.efi$/i.test(entry)),
      ]
      return saw({ ...look, items: slots.slice(1) }, () => true)
    })
  },
)
