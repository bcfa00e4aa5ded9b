import { killGuest, procedure, run, together } from '#fixtures'
import { drill } from '#harness'

const conf = '/etc/prometheus/alertmanager.yml'
const reload = 'systemctl reload-or-restart prometheus-alertmanager.service'

/** Calls of the watchdog that have arrived outside. */
const calls = 'grep -c ^/ping/ /var/lib/inbox/posts'
const isCalled = `before=$(${calls}); until [ "$(${calls})" -gt "$before" ]; do sleep 1; done`
/** None for half a minute, where one came every few seconds. */
const callIsMissed = `quiet=0 before=$(${calls})
until [ $quiet -ge 30 ]; do
sleep 1; quiet=$((quiet + 1)) now=$(${calls})
[ "$now" = "$before" ] || quiet=0 before=$now
done`

export default drill(
  'A lost monitoring guest is noticed from outside, costs nothing else, and its runbook brings it back',
  {
    statement: 'ZT-66',
    steadyState: [
      'tailnet-reaches-every-remote-service',
      'monitoring-runs-in-its-own-lxc',
      'monitoring-is-independent-of-applications',
      'streaming-works-directly-on-the-lan',
      'docker-workloads-restart-by-themselves',
      'media-share-is-mounted-read-only-on-vm100',
    ],
    hides: ['monitoring-runs-in-its-own-lxc', 'monitoring-is-independent-of-applications'],
    holds: [
      'streaming-works-directly-on-the-lan',
      'docker-workloads-restart-by-themselves',
      'media-share-is-mounted-read-only-on-vm100',
    ],
    // So that nobody waits for minutes until a call is missed.
    prepare: {
      ...together(
        run('monitoring', {
          inject: `sed -i 's/repeat_interval: 5m/repeat_interval: 5s/' ${conf} && ${reload}`,
          undo: `sed -i 's/repeat_interval: 5s/repeat_interval: 5m/' ${conf} && ${reload}`,
          touches: ['alertmanager'],
        }),
        run('outside', { inject: isCalled, undo: ':' }),
      ),
      says: 'let the watchdog call the check outside every few seconds',
    },
    method: killGuest('proxmox', 106, 'monitoring'),
    recover: procedure('start the guest once the check outside misses its call', 'lxc-loss', [
      ['outside', callIsMissed],
      ['proxmox', 'pct status 106'],
      ['proxmox', 'pct start 106'],
    ]),
    objective: 'critical',
    notOn: { live: 'whoever keeps the calls outside is no host of the lab' },
  },
)
