import { control } from '#harness'
import { hasAddress } from './machine.ts'

control(
  'vm-apps runs, and has 192.168.0.21 inside and on the LAN',
  {
    statement: 'ZF-67',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start the machine with `qm start 121`, or resume it with `qm resume 121`; set the address in its netplan, and find who else answers for it with `ip neigh` at the router.',
  },
  (views) => hasAddress(views, 'vm-apps', '192.168.0.21'),
)
