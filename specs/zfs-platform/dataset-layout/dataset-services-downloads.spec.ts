import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

const CLIENT = /(?:qbittorrent|transmission|deluge|rtorrent|sabnzbd|nzbget)/

control(
  'Clients for torrents and usenet write to tank/services/downloads, and to nothing else',
  {
    statement: 'ZF-31',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Mount a folder of tank/services/downloads into the client, and set it as the place for whole and for unfinished downloads.',
  },
  (views) => {
    // Without a client an empty dataset would prove nothing: then there is nothing to say.
    const clients = views
      .hosts('compute')
      .flatMap(({ name }) => views.host(name).containers.map((one) => ({ ...one, host: name })))
      .filter(({ image }) => CLIENT.test(image))
      .map(({ host, name }) => ({ host, name }))
    const kept = clients.flatMap(({ host, name }) =>
      keptBy(views, host, [name]).filter(({ isWritable }) => isWritable),
    )

    all(
      () =>
        that(
          isThere(views, 'tank/services/downloads'),
          'it is a file system that is mounted',
          'tank/services/downloads',
        ),
      () =>
        every(clients, 'downloads into it', ({ name }) =>
          kept.some((it) => it.container === name && it.dataset === 'tank/services/downloads'),
        ),
      () =>
        every(kept, 'leads to downloads, or is its own state', ({ dataset = '' }) =>
          ['tank/services/downloads', 'tank/services/media'].includes(dataset),
        ),
    )
  },
)
