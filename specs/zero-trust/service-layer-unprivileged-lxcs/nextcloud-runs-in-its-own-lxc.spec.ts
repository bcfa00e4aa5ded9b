import { all, control, none, that, the } from '#harness'
import { runsAlone } from './alone.ts'

control(
  'Nextcloud runs alone in its LXC, installed, up to date and not in maintenance',
  {
    statement: 'ZT-43',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'SC-39', 'SI-2', 'CIS-2.1'],
    remedy:
      'Look at `occ status` in the container: run `occ upgrade`, `occ maintenance:mode --off`, or start it with `pct start <vmid>`; move any other service to a container of its own.',
    subject: 'nextcloud',
  },
  (views) => {
    const { host, vantage, inventory, need, parameter } = views
    const cloud = the(inventory.services, 'service of the role cloud', (it) => it.role === 'cloud')
    const ports = need('network').flows.flatMap((it) => (it.to === cloud.host ? it.ports : []))
    const oldest = parameter.text('p.nextcloud.min_version')

    all(
      ...runsAlone(views, cloud),
      () => {
        const answer = vantage('tailnet').cloudStatus
        const { state } = answer
        that(
          answer.isTrusted &&
            state?.product === 'Nextcloud' &&
            state.isInstalled &&
            !state.isInMaintenance &&
            !state.needsUpgrade &&
            state.version.localeCompare(oldest, 'en', { numeric: true }) >= 0,
          `status.php answers over valid TLS as an installed Nextcloud ${oldest} or later, ready for use`,
          answer,
        )
      },
      () => {
        const known = [22, ...cloud.ports, ...ports]
        none(
          host(cloud.host).listeners.map((it) => ({ host: cloud.host, ...it })),
          'listens there for others, and is not part of Nextcloud',
          ({ protocol, address, port, programs = [] }) =>
            protocol === 'tcp' &&
            !/^(127\.|::1$)/.test(address) &&
            !programs.includes('tailscaled') &&
            !known.includes(port),
        )
      },
    )
  },
)
