import { procedure, unplug } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'Without the tailnet nothing is reached from afar, media go on at home, and its runbook brings it back',
  {
    statement: 'ZT-54',
    steadyState: [
      'tailnet-reaches-every-remote-service',
      'every-layer-is-observed',
      'streaming-works-directly-on-the-lan',
      'docker-workloads-restart-by-themselves',
    ],
    // Who stands outside sees nothing then, and cannot tell why.
    hides: ['tailnet-reaches-every-remote-service'],
    holds: ['streaming-works-directly-on-the-lan', 'docker-workloads-restart-by-themselves'],
    method: unplug('proxmox', 'nic1', 'the tailnet'),
    recover: procedure('start the tailnet again at the hypervisor', 'tailnet-loss', [
      ['proxmox', 'systemctl restart tailscaled.service'],
      // What the program does that is not in the replica.
      ['proxmox', 'systemctl is-active -q tailscaled.service && ip link set nic1 up'],
    ]),
    objective: 'critical',
    record: 'tailnet-loss',
    notOn: { live: 'who is in over the tailnet would cut himself off' },
  },
)
