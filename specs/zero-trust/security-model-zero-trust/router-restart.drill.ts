import { restart } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A router that restarts comes back with the same closed doors, and the house streams meanwhile',
  {
    statement: 'ZT-49',
    steadyState: [
      'router-has-no-static-port-forwards',
      'streaming-works-directly-on-the-lan',
      'tailnet-reaches-every-remote-service',
    ],
    hides: ['router-has-no-static-port-forwards'],
    holds: ['streaming-works-directly-on-the-lan', 'tailnet-reaches-every-remote-service'],
    method: restart('router', 20),
    objective: 'critical',
    notOn: {
      live: 'a person at the console: from within, who stops the network stops its own login',
    },
  },
)
