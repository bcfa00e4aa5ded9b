import { all, control, every, none } from '#harness'

/** What each container is for, as the unit that has to be up again. */
const UNITS: Readonly<Record<string, string>> = {
  dns: 'AdGuardHome.service',
  vpn: 'tailscaled.service',
  smb: 'smbd.service',
}

control(
  'Each system container was up within seconds of its last start, and so was its service',
  {
    statement: 'ZF-50',
    impact: 'low',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10'],
    remedy:
      'See `systemd-analyze critical-chain` in the container, and the log of the start under Tasks: what waits for the network or a mount is most of it.',
  },
  ({ ageSeconds, host, inventory, lab, parameter }) => {
    const longest = parameter.seconds('p.lxc.max_start')
    const last = Object.keys(UNITS).map((name) => {
      const { vmid } = inventory.guests.find((guest) => guest.name === name) ?? {}
      return { name, ...lab.startTasks.items.findLast((task) => task.vmid === vmid) }
    })

    all(
      () =>
        every(
          { ...lab.startTasks, items: last },
          'ended well, in time',
          ({ startedAt, endedAt, status }) =>
            status === 'OK' &&
            startedAt !== undefined &&
            endedAt !== undefined &&
            ageSeconds(startedAt) - ageSeconds(endedAt) <= longest,
        ),
      () =>
        every(
          Object.entries(UNITS).map(([name, unit]) => ({ name, unit })),
          'is active',
          ({ name, unit }) =>
            host(name).services.some(
              (one) => one.names.includes(unit) && one.activeState === 'active',
            ),
        ),
      // A service that was restarted later tells nothing of the start of its container.
      () =>
        none(
          last.map(({ name, startedAt = '' }) => ({
            name,
            startedAt,
            activeAt: host(name).services.find((one) => one.names.includes(UNITS[name] ?? ''))
              ?.activeAt,
          })),
          'came up with its container, and too late',
          ({ startedAt, activeAt }) => {
            const after = activeAt === undefined ? 0 : ageSeconds(startedAt) - ageSeconds(activeAt)
            return after > longest && after < 3600
          },
        ),
    )
  },
)
