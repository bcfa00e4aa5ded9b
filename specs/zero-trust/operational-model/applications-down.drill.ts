import { killGuest, procedure, switchOff, switchOn, together } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'With every application guest down, monitoring goes on, says so, and sees them come back',
  {
    statement: 'ZT-66',
    steadyState: [
      'every-layer-is-observed',
      'tailnet-reaches-every-remote-service',
      'streaming-works-directly-on-the-lan',
      'monitoring-runs-in-its-own-lxc',
      'monitoring-is-independent-of-applications',
    ],
    // Who looks from afar takes Nextcloud as the sign that it can see anything.
    hides: ['tailnet-reaches-every-remote-service', 'streaming-works-directly-on-the-lan'],
    holds: ['monitoring-runs-in-its-own-lxc', 'monitoring-is-independent-of-applications'],
    method: together(
      switchOff('vm100'),
      killGuest('proxmox', 103, 'nextcloud'),
      killGuest('proxmox', 104, 'vaultwarden'),
      killGuest('proxmox', 105, 'calibre'),
      switchOff('vm102'),
    ),
    alert: 'GuestDown',
    recover: procedure('start the guests, the storage first', 'host-power-loss', [
      ['vm102', switchOn],
      ['vm100', switchOn],
      ['proxmox', 'pct start 103'],
      ['proxmox', 'pct start 104'],
      ['proxmox', 'pct start 105'],
    ]),
    objective: 'critical',
    record: 'application-outage',
    notOn: {
      live: 'there the hypervisor switches VMs off and on: from within nobody could switch them on again',
    },
  },
)
