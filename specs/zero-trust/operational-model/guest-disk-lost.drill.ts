import { backUpGuest, killGuestWithDisk, procedure, restoreGuest } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A guest whose disk is lost comes back from its backup, and nothing older than that is gone',
  {
    statement: 'ZT-65',
    steadyState: ['tailnet-reaches-every-remote-service', 'every-layer-is-observed'],
    prepare: backUpGuest('proxmox', 104, 'vaultwarden', '/var/lib/vaultwarden'),
    method: killGuestWithDisk('proxmox', 104, 'vaultwarden'),
    alert: 'GuestDown',
    recover: procedure('restore the guest at the hypervisor, and start it', 'lxc-loss', [
      ['proxmox', restoreGuest(104)],
      ['proxmox', 'pct start 104'],
    ]),
    objective: 'critical',
    stake: {
      on: 'vaultwarden',
      folders: ['/var/lib/vaultwarden'],
      marker: '/var/lib/marker',
      safeguards: [],
    },
    notOn: {
      live: 'a backup: none is part of this platform, the one of this drill is made for it',
    },
  },
)
