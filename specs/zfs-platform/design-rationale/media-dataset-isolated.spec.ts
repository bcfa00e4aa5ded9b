import { all, control, none, that } from '#harness'
import { keptOf, wayOf } from './ways.ts'

/** Programs that serve or collect media: they alone write into the libraries. */
const OF_MEDIA = /^(?:jellyfin|sonarr|radarr|immich-server)$/

control(
  'Media cannot fill the room of services, and no service keeps its state among them',
  {
    statement: 'ZF-34',
    impact: 'medium',
    kind: 'storage',
    standards: ['SC-6', 'SC-32'],
    remedy:
      'Set `zfs set quota=<size> tank/media` or `zfs set reservation=<size> tank/services`, and move what a service keeps below /tank/media.',
  },
  ({ host, hosts, need }) => {
    const { host: name, pool, paths = [] } = need('zfs')
    const { zfsDatasets } = host(name)
    const media = zfsDatasets.find((one) => one.name === 'tank/media')
    const services = zfsDatasets.find((one) => one.name === 'tank/services')
    const { quotaBytes = 0, usedBytes = 0 } = media ?? {}
    const free = zfsDatasets.find((one) => one.name === pool)?.availableBytes ?? 0
    const { reservationBytes = 0 } = services ?? {}

    all(
      () =>
        that(media !== undefined && services !== undefined, 'they are datasets apart', {
          media: media?.name,
          services: services?.name,
        }),
      () =>
        that(
          reservationBytes > 0 || (quotaBytes > 0 && quotaBytes - usedBytes < free),
          'media have a limit, or services a promise of room',
          { quotaBytes, usedBytes, free, reservationBytes },
        ),
      ...hosts('compute').map(
        (machine) => () =>
          none(
            host(machine.name).containers.flatMap((container) =>
              keptOf(container).map(({ source }) => ({
                container: container.name,
                source,
                dataset: wayOf(paths, machine.name, source)?.dataset ?? '',
              })),
            ),
            'keeps its state among the media',
            ({ container, dataset }) =>
              `${dataset}/`.startsWith('tank/media/') && !OF_MEDIA.test(container),
          ),
      ),
    )
  },
)
