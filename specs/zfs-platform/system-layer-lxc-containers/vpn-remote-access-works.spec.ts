import { all, control, every, that } from '#harness'

control(
  'A device of the tailnet outside gets to the services of the LAN, by the route of this container',
  {
    statement: 'ZF-47',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-17', 'CP-2', 'CIS-12.7'],
    remedy:
      'Approve the route of `vpn` in the admin console, and set `net.ipv4.ip_forward=1` in the container; see `tailscale status --json` for PrimaryRoutes.',
  },
  ({ host, need, vantage }) => {
    const { lan } = need('network')
    const { routes } = host('vpn').tailscaleStatus
    const { isForwarding } = host('vpn').forwarding
    // The vantage stands outside: its own guard proves that, and that nothing else leads it in.
    const pages = vantage('tailnet').gatewayPages.filter(({ kind }) => kind === 'secure')

    all(
      () =>
        that(routes.includes(lan), 'the route to the LAN is approved, and leads through it', {
          lan,
          routes,
        }),
      () => that(isForwarding, 'the container passes packets on', { isForwarding }),
      () =>
        every(
          pages.map(({ name, status, certificate }) => ({
            name,
            status,
            isValid: certificate?.valid,
          })),
          'answers there, under a valid certificate',
          // 404 and what lies beyond 500 are words of the proxy: no service was met.
          ({ status = 0, isValid }) =>
            isValid === true && status > 0 && status < 500 && status !== 404,
        ),
    )
  },
)
