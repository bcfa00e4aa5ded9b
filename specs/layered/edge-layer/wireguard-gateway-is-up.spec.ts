import { all, control, same, that, the } from '#harness'

control(
  'The WireGuard endpoint is up with its own key, and exactly the declared peers can come in',
  {
    statement: 'LA-37',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-17', 'AC-17(2)', 'SC-8', 'SC-12', 'CIS-12.7'],
    remedy:
      'Start WireGuard at the edge, compare keys and ports with lab.yaml, and remove or declare the peer.',
  },
  ({ lab, need, parameter }) => {
    const { vpn } = need('edge')
    const { interfaces, peers } = lab.edgeVpn
    const own = the(interfaces, vpn.interface, ({ device }) => device === vpn.interface)
    const mine = peers.filter(({ device }) => device === vpn.interface)

    all(
      () =>
        that(
          own.isUp && own.port === vpn.port && own.publicKey === vpn.publicKey,
          'it is up, on its port, with its key',
          own,
        ),
      () =>
        same(
          interfaces.map(({ device }) => device),
          [vpn.interface],
          'tunnels of the edge',
        ),
      // Of every tunnel: a second one lets in as well.
      () =>
        same(
          peers.map(({ publicKey }) => publicKey),
          vpn.peers.map(({ publicKey }) => publicKey),
          'peers',
        ),
      // Nobody ever through means that nobody can.
      () =>
        that(
          mine.some(
            ({ handshakeAgeSeconds = Number.POSITIVE_INFINITY, receivedBytes }) =>
              receivedBytes > 0 && handshakeAgeSeconds <= parameter.seconds('p.vpn.stale_after'),
          ),
          'somebody came in by it lately',
          mine.map(({ publicKey, handshakeAgeSeconds }) => ({ publicKey, handshakeAgeSeconds })),
        ),
      () =>
        that(
          lab.edgeRules.filter.some(
            ({ action, protocol, port }) =>
              action === 'pass' && protocol === 'udp' && port === String(vpn.port),
          ),
          'the edge lets its packets in',
          { port: vpn.port },
        ),
    )
  },
)
