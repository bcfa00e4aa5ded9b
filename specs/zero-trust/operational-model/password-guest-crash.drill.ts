import { killGuest, procedure } from '#fixtures'
import { drill } from '#harness'

export default drill('A service guest that crashes is noticed, and its runbook brings it back', {
  statement: 'ZT-65',
  steadyState: ['tailnet-reaches-every-remote-service', 'every-layer-is-observed'],
  method: killGuest('proxmox', 104, 'vaultwarden'),
  alert: 'GuestDown',
  recover: procedure('start the guest at the hypervisor', 'lxc-loss', [
    ['proxmox', 'pct status 104'],
    ['proxmox', 'pct start 104'],
  ]),
  objective: 'critical',
  record: 'lxc-loss',
})
