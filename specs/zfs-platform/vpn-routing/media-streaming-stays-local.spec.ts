import { all, control, none, saw, that, the } from '#harness'
import { spaceOf } from './space.ts'

control(
  'Jellyfin is outside of the tunnel, and answers the LAN itself',
  {
    statement: 'ZF-88',
    impact: 'medium',

    kind: 'topology',
    standards: ['AC-4', 'SC-7'],
    remedy:
      'Give Jellyfin a network of its own in the compose file, and publish its port on the machine.',
  },
  (views) => {
    const { host, need, vantage } = views
    const { host: on, container: gate } = need('tunnel')
    const [own, tunnel] = [spaceOf(views, 'jellyfin'), spaceOf(views, gate)]
    const { networkMode, published } = the(
      host(on).workloads,
      'container jellyfin',
      ({ name }) => name === 'jellyfin',
    )

    all(
      () =>
        that(
          own !== undefined && own !== tunnel && !networkMode.startsWith('container:'),
          'it is outside',
          {
            jellyfin: own,
            tunnel,
            networkMode,
          },
        ),
      () =>
        that(
          networkMode === 'host' || published.some(({ port }) => port === 8096),
          'its port is published on the machine',
          published,
        ),
      () =>
        that(
          saw(
            vantage('lan').openPorts,
            (open) => open.host === on && open.port === 8096 && open.protocol === 'tcp',
          ),
          'a client on the LAN reaches it there',
          { host: on, port: 8096 },
        ),
      // A look with holes may have been made from elsewhere.
      () =>
        none({ ...vantage('lan').openPorts, items: [] }, 'was left out of the look', () => true),
    )
  },
)
