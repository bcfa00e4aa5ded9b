import { killGuest, procedure } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A name server is lost, the other one answers, and nobody who works misses it',
  {
    statement: 'LA-15',
    steadyState: [
      'critical-services-are-redundant',
      'pihole-answers-and-blocks-for-clients',
      'pihole-blocking-is-enabled',
      'vaultwarden-is-up-and-hardened',
    ],
    hides: ['pihole-blocking-is-enabled'],
    holds: ['vaultwarden-is-up-and-hardened'],
    method: {
      ...killGuest('pve2', 102, 'dns2'),
      touches: ['pve2', 'dns2', 'proxmox', 'laptop', 'camera', 'devbox', 'clients', 'iot', 'dev'],
    },
    alert: 'HostDown',
    recover: procedure('start the guest at its hypervisor', undefined, [
      ['pve2', 'pct status 102'],
      ['pve2', 'pct start 102'],
    ]),
    objective: 'critical',
  },
)
