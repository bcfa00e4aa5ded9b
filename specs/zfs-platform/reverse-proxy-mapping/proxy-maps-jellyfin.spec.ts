import { all, control, that, the } from '#harness'

const isJellyfin = ({ name }: { readonly name: string }) => name === 'jellyfin.local'

control(
  'A request for jellyfin.local is answered by the Jellyfin of vm-media',
  {
    statement: 'ZF-61',
    impact: 'high',

    kind: 'configuration',
    standards: ['CM-6', 'SC-7'],
    remedy:
      'Point the service of jellyfin.local at the address of vm-media, port 8096, in the file provider of Traefik; stop what answers at another address.',
  },
  ({ host, inventory, lab, need, vantage }) => {
    const { backend } = the(need('gateway').routes, 'route jellyfin.local', isJellyfin)
    const home = the(inventory.services, 'jellyfin', ({ name }) => name === 'jellyfin').host
    const { address } = the(inventory.hosts, home, ({ name }) => name === home)
    const { routers, services } = lab.traefik
    const router = () =>
      the(routers, 'router of jellyfin.local', ({ hosts }) => hosts.includes('jellyfin.local'))
    const idIn = (body = '') => /"Id":"([0-9a-f]{16,})"/.exec(body)?.[1]

    all(
      () =>
        that(backend === `http://${address}:8096`, 'the backend is where Jellyfin runs', {
          backend,
          address,
        }),
      () => {
        const { name, status } = router()
        that(status !== 'disabled', 'its router routes', { name, status })
      },
      () => {
        const { name, servers } = the(services, 'its service', (it) => it.name === router().service)
        that(servers.length === 1 && servers[0] === backend, 'its service has that server only', {
          name,
          servers,
          backend,
        })
      },
      // An old instance elsewhere answers just as well: instances tell themselves apart by their ids.
      () => {
        const inside = host(home).insidePages.filter(
          ({ service, path }) => service === 'jellyfin' && path === '/System/Info/Public',
        )
        const own = idIn(inside[0]?.body)
        const page = the(
          vantage('lan').gatewayPages,
          'page of jellyfin.local',
          (it) => it.kind === 'secure' && isJellyfin(it),
        )
        that(
          page.status === 200 && own !== undefined && idIn(page.body) === own,
          'the instance behind the name is the one that runs',
          { status: page.status, error: page.error, behind: idIn(page.body), runs: own },
        )
      },
    )
  },
)
