import { all, control, none, that } from '#harness'

control(
  'Tailscale runs in the container for remote access, logged in, online and without complaint',
  {
    statement: 'ZF-47',
    impact: 'critical',
    kind: 'configuration',
    standards: ['AC-17', 'SC-8', 'CIS-12.7'],
    remedy:
      'Run `tailscale up` in the container and follow its link, see `tailscale status` and `journalctl -u tailscaled`, and give the container /dev/net/tun.',
  },
  ({ host, lab, inventory }) => {
    const members = inventory.hosts.filter(
      ({ role, tailnetAddress }) => role !== 'vantage' && tailnetAddress !== undefined,
    )
    // Read where it is judged: a daemon that was stopped says nothing that is believed.
    const status = () => host('vpn').tailscaleStatus
    const { vmid, tailnetAddress } = inventory.hosts.find(({ name }) => name === 'vpn') ?? {}

    all(
      () =>
        that(
          members.length === 1 && members[0]?.name === 'vpn',
          'this container alone is the way in',
          { members: members.map(({ name }) => name) },
        ),
      () => {
        // Addresses stay assigned while it is stopped: the state counts.
        const { state, isOnline } = status()
        const { wantsRunning } = host('vpn').tailscalePrefs
        that(
          state === 'Running' && isOnline && wantsRunning,
          'it runs, is wanted, and is connected',
          { state, isOnline, wantsRunning },
        )
      },
      () => none(status().health, 'is a complaint of it', () => true),
      // A daemon that was stopped leaves the interface without the address: the kernel knows it first.
      () =>
        that(
          host('vpn').addresses.some(
            ({ device, address }) => device === 'tailscale0' && address === tailnetAddress,
          ),
          'the tunnel is up in the container itself, with that address',
          { host: 'vpn', tailnetAddress },
        ),
      () =>
        that(
          host('vpn').services.some(
            ({ names, activeState }) =>
              names.includes('tailscaled.service') && activeState === 'active',
          ) && lab.guests.items.some((it) => it.vmid === vmid && it.status === 'running'),
          'its service is active, in a container that runs',
          { vmid },
        ),
    )
  },
)
