import { reboot } from '#fixtures'
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
    method: reboot('router', ['internet', 'inet']),
    objective: 'critical',
  },
)
