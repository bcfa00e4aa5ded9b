import { all, control, every, none, that } from '#harness'

control(
  'Devices of the tailnet lead to no network beyond those declared, and servers take no route from others',
  {
    statement: 'ZT-54',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-4', 'SC-7', 'AC-6', 'CIS-12.2'],
    remedy:
      'On the host: `tailscale set --advertise-routes= --advertise-exit-node=false --accept-routes=false --exit-node= --advertise-connector=false --ssh=false`; remove approved routes on the Machines page.',
  },
  ({ host, hosts, lab, need }) => {
    const { routes, ssh } = need('tailnet')
    const allowed = (device: string): readonly string[] => routes[device] ?? []
    const isSame = (found: readonly string[], device: string) =>
      found.every((route) => allowed(device).includes(route)) &&
      allowed(device).every((route) => found.includes(route))
    const members = hosts()
      .filter(({ tailnetAddress }) => tailnetAddress !== undefined)
      .map(({ name }) => ({ host: name }))
    all(
      () =>
        every(
          lab.tailnetDevices,
          'offers the declared routes, and the same are approved',
          ({ name, own }) =>
            own === undefined ||
            (isSame(own.advertisedRoutes, name) && isSame(own.enabledRoutes, name)),
        ),
      () =>
        every(members, 'offers the declared routes', ({ host: name }) =>
          isSame(host(name).tailscalePrefs.advertisedRoutes, name),
        ),
      ...members.map(({ host: name }) => () => {
        const prefs = host(name).tailscalePrefs
        const { acceptsRoutes, exitNode, isAppConnector, advertisedServices, runsSsh } = prefs
        const strays = { acceptsRoutes, exitNode, isAppConnector, advertisedServices, runsSsh }
        const mayRunSsh = ssh.includes(name)
        that(!acceptsRoutes, 'the server takes no route from others', { host: name, ...strays })
        that(exitNode === undefined, 'it sends nothing through another', { host: name, ...strays })
        that(!isAppConnector, 'it is no app connector', { host: name, ...strays })
        none(advertisedServices, `is a service that ${name} offers, undeclared`, () => true)
        that(!runsSsh || mayRunSsh, 'it runs no SSH server of Tailscale', { host: name, ...strays })
      }),
      () =>
        none(
          members.map((member) => ({ ...member, ...host(member.host).tailscaleStatus })),
          'leads somewhere, or sends everything through another',
          ({ host: name, isExitNode, usesExitNode, routes: led }) =>
            isExitNode || usesExitNode || led.some((route) => !allowed(name).includes(route)),
        ),
    )
  },
)
