import { all, control, every, saw, the } from '#harness'

control(
  'Rhea serves media and files, and what comes through its shares is what lies there',
  {
    statement: 'FR-34',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-2', 'AC-3'],
    remedy:
      'Start `smbd` and the media server, and mount what lies under the share (`findmnt /srv`): an empty folder is shared just as well.',
  },
  ({ host, inventory, need, vantage }) => {
    const { canaries, host: name } = need('sharing')
    const pages = inventory.services
      .filter((it) => it.host === name && it.role === 'media')
      .map((it) => ({ service: it.name, id: `health:${it.name}` }))
    all(
      () =>
        every(canaries, 'comes through its share as it lies there', (it) => {
          const { sha256 } = the(
            host(name).shareCanaries,
            `canary of ${it.share}`,
            ({ share }) => share === it.share,
          )
          return sha256 === it.sha256
        }),
      () =>
        every(pages, 'is healthy, seen from the LAN', ({ id }) => {
          const { status } = the(vantage('lan').webAnswers, id, (it) => it.id === id)
          return status === 200
        }),
      () =>
        every([445], 'answers the LAN', (port) =>
          saw(vantage('lan').openPorts, (it) => it.host === name && it.port === port),
        ),
    )
  },
)
