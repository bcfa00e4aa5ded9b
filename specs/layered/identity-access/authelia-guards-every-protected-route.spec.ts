import { all, control, every, none } from '#harness'
import { doors } from '../lookers.ts'

control(
  'No way into a protected name leads past Authelia',
  {
    statement: 'LA-54',
    impact: 'critical',
    kind: 'exposure',
    standards: ['AC-3', 'AC-4', 'IA-2', 'SC-7(8)', 'CIS-6.3', 'CIS-13.10'],
    remedy:
      'Put `auth_request` into the server block instead of single locations, take out `auth_request off`, and drop Remote-User headers that clients send.',
  },
  ({ host, inventory, need }) => {
    const { host: proxy, names, portal } = need('proxy')
    const guarded = names.filter(({ access }) => access !== 'public').map(({ name }) => name)
    const open = names.filter(({ access }) => access === 'public').map(({ name }) => name)
    const places = doors({ inventory, need })
    const tries = places.flatMap(({ name: from, from: on }) =>
      host(on).doorTries.map((it) => ({ from, ...it })),
    )
    const locations = host(proxy).nginx.servers.flatMap(({ names: own, locations: places }) =>
      own
        .filter((name) => guarded.includes(name))
        .flatMap((name) => places.map((it) => ({ name, ...it }))),
    )
    const authelia = locations
      .filter(({ backend = '' }) => /\/api\/authz\/auth-request$/.test(backend))
      .map(({ path }) => path.replace(/^= /, ''))

    all(
      // A prober that sees no page anywhere would find every door shut.
      () =>
        every(
          open.map((name) => ({ name })),
          'shows its page to who looked',
          ({ name }) =>
            places.every((place) =>
              tries.some((it) => it.from === place.name && it.name === name && it.sawService),
            ),
        ),
      () =>
        every(
          guarded.map((name) => ({ name })),
          'was tried from every side, and somebody answered',
          ({ name }) =>
            places.every((place) =>
              tries.some(
                (it) =>
                  it.from === place.name &&
                  it.name === name &&
                  it.way === 'page' &&
                  it.status >= 300,
              ),
            ),
        ),
      () =>
        none(
          tries.filter(({ name }) => guarded.includes(name)),
          'shows the page of the service',
          ({ sawService }) => sawService,
        ),
      () =>
        every(
          tries.filter(({ name }) => guarded.includes(name)),
          'ends at the portal, or is refused',
          ({ status, sentTo }) =>
            (status === 302 && sentTo === portal) ||
            [0, 400, 401, 403, 404, 405, 421].includes(status),
        ),
      () =>
        every(
          locations.filter(
            ({ path, returns, isInternal }) =>
              returns === undefined &&
              !isInternal &&
              !/\/\.well-known\/acme-challenge\/?$/.test(path),
          ),
          'asks Authelia first',
          ({ authRequest = '' }) => authelia.includes(authRequest),
        ),
    )
  },
)
