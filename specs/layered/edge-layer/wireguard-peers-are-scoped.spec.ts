import { all, control, every, none, same } from '#harness'

control(
  'Every peer of the VPN is one device of one person, with one address',
  {
    statement: 'LA-37',
    impact: 'medium',
    kind: 'identity',
    standards: ['AC-2', 'AC-3', 'IA-3', 'AC-6', 'CIS-5.3', 'CIS-6.4'],
    remedy:
      'Give the device a key and a /32 of its own, remove peers that nobody uses, and narrow the rules of the tunnel interface.',
  },
  ({ inventory, lab, need, parameter }) => {
    const { vpn } = need('edge')
    const { peers, configured } = lab.edgeVpn
    const loaded = peers.filter(({ device }) => device === vpn.interface)
    const addresses = loaded.flatMap((it) => it.addresses)

    all(
      () =>
        every(loaded, 'has the one address declared for it', ({ publicKey, addresses: own }) =>
          vpn.peers.some(
            (it) =>
              it.publicKey === publicKey &&
              own.join() === `${it.address}/${it.address.includes(':') ? 128 : 32}`,
          ),
        ),
      () =>
        every(
          addresses.map((address) => ({ address })),
          'belongs to one peer',
          ({ address }) => addresses.filter((it) => it === address).length === 1,
        ),
      () =>
        every(
          vpn.peers.map(({ name, person, publicKey }) => ({ name, person, publicKey })),
          'has a key of its own, and an owner',
          ({ person, publicKey }) =>
            vpn.peers.filter((it) => it.publicKey === publicKey).length === 1 &&
            inventory.people?.some(({ name }) => name === person) === true,
        ),
      // Switched off in the pages, and still in the kernel.
      () =>
        same(
          configured.filter(({ isEnabled }) => isEnabled).map(({ publicKey }) => publicKey),
          loaded.map(({ publicKey }) => publicKey),
          'peers that are switched on',
        ),
      () =>
        none(
          loaded.map(({ publicKey, handshakeAgeSeconds = Number.POSITIVE_INFINITY }) => ({
            publicKey,
            handshakeAgeSeconds,
          })),
          'is not used any more',
          ({ handshakeAgeSeconds }) => handshakeAgeSeconds > parameter.seconds('p.vpn.stale_after'),
        ),
      () =>
        none(
          lab.edgeRules.filter
            .filter(
              ({ action, interface: on }) =>
                // OPNsense has a group of all tunnels, too.
                action === 'pass' && (on === vpn.interface || /^wireguard$/i.test(on ?? '')),
            )
            .map(({ text, to, port }) => ({ text, to, port })),
          'opens everything to the tunnel',
          ({ to, port }) => to === 'any' && port === undefined,
        ),
    )
  },
)
