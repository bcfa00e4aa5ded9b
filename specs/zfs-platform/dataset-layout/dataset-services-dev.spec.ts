import { all, control, none, saw, that } from '#harness'
import { isThere } from './use.ts'

control(
  'tank/services/dev is for development, and vm-dev alone can reach it',
  {
    statement: 'ZF-32',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Take the folder from the other guest: `qm set <vmid> --delete virtiofsN`, `pct set <vmid> --delete mpN`, or its line in /etc/exports.',
  },
  (views) => {
    const { inventory, lab, need } = views
    const folder = '/tank/services/dev'
    const { node } = need('pve')
    const dev = inventory.guests.find(({ name }) => name === 'vm-dev')
    const reaching = lab.dirMappings.filter(({ paths }) => {
      const at = paths[node] ?? ''
      return `${folder}/`.startsWith(`${at.replace(/\/$/, '')}/`) || at.startsWith(`${folder}/`)
    })
    const guests = {
      ...lab.guestConfigs,
      items: lab.guestConfigs.items.flatMap(({ vmid, options, mountPoints }) => [
        ...Object.entries(options)
          .filter(([key]) => /^virtiofs\d+$/.test(key))
          .map(([, value]) => ({ vmid, given: value.split(',')[0]?.replace(/^dirid=/, '') ?? '' }))
          .filter(({ given }) => reaching.some(({ id }) => id === given)),
        ...mountPoints
          .filter(({ isHostPath, source }) => isHostPath && `${folder}/`.startsWith(`${source}/`))
          .map(({ source }) => ({ vmid, given: source })),
      ]),
    }

    all(
      () =>
        that(isThere(views, 'tank/services/dev'), 'it is a file system that is mounted', folder),
      () => none(guests, 'is given to another guest', ({ vmid }) => vmid !== dev?.vmid),
      () =>
        that(
          saw(guests, ({ vmid }) => vmid === dev?.vmid),
          'vm-dev has it',
          { folder },
        ),
    )
  },
)
