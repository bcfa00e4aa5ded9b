import { loseMachine, procedure, restoreMachine } from '#fixtures'
import { drill } from '#harness'

export default drill('A machine that is lost with its disks is the same again from its backup', {
  statement: 'ZF-115',
  steadyState: [
    'vm-dev-address',
    'vm-dev-vcpu',
    'vm-dev-memory',
    'vm-dev-disk',
    'backups-dataset-is-fed',
    'traefik-routes-internal-names',
  ],
  breaks: ['vm-dev-address', 'vm-dev-vcpu', 'vm-dev-memory', 'vm-dev-disk'],
  holds: ['backups-dataset-is-fed', 'traefik-routes-internal-names'],
  method: loseMachine('proxmox', 124, {
    pool: 'tank',
    disks: 2,
    touches: ['vm-dev', 'router'],
  }),
  recover: procedure('restore the newest backup, and start the machine', undefined, [
    ['proxmox', restoreMachine(124, 'backups', 'tank')],
  ]),
  objective: 'noncritical',
  notOn: {
    containers:
      'qemu: a hypervisor with machines of its own: in containers they stand beside it, ZFS in user space has no volumes for their disks, and nothing makes or restores backups',
  },
})
