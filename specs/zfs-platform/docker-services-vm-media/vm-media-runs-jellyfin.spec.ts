import { all, control, every, that } from '#harness'
import { pageOf, runs } from './workloads.ts'

control(
  'Jellyfin runs on vm-media, is well, and has its libraries before it',
  {
    statement: 'ZF-80',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'See `docker logs jellyfin` on vm-media; where a library is an empty folder, mount the dataset and restart the container.',
  },
  (views) => {
    const { host, need } = views
    const libraries = (need('zfs').paths ?? []).filter(
      ({ host: on, dataset }) => on === 'vm-media' && dataset.startsWith('tank/media/'),
    )
    const { containers, containerMounts } = host('vm-media')
    const tables = containerMounts.items.filter(({ container }) => container === 'jellyfin')

    all(
      () => runs(views, 'jellyfin'),
      () => {
        const page = pageOf(views, 'jellyfin', '/health')
        that(page.status === 200 && page.body === 'Healthy', 'it is healthy', page)
      },
      // It is healthy without a single film, so the kernel is asked what lies behind its folders.
      () =>
        every(libraries, 'is before it as a mount, not as an empty folder', ({ path }) => {
          const inside = containers
            .filter(({ name }) => name === 'jellyfin')
            .flatMap(({ mounts }) => mounts)
            .find(({ source }) => source === path)?.destination
          return tables.some(({ mounts }) =>
            mounts.some(
              (mount) => mount.path === inside && /^(nfs4?|virtiofs)$/.test(mount.fstype),
            ),
          )
        }),
    )
  },
)
