import { run } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A router that reboots is as closed as before, and the LAN works on meanwhile',
  {
    statement: 'FR-56',
    steadyState: [
      'router-has-no-forwards',
      'services-live-on-private-addresses',
      'rhea-provides-media-and-files',
    ],
    hides: ['router-has-no-forwards', 'services-live-on-private-addresses'],
    holds: ['rhea-provides-media-and-files'],
    method: {
      // The reboot begins once the session of whoever asked for it is over.
      ...run('router', {
        inject:
          'systemd-run --on-active=2s --timer-property=AccuracySec=100ms systemctl reboot --no-wall',
        undo: 'systemctl start nftables.service dnsmasq.service',
        touches: ['internet', 'inet'],
      }),
      says: 'reboot the router',
    },
    objective: 'critical',
    notOn: { containers: 'the containers replica of fixed-roles (not built yet)' },
  },
)
