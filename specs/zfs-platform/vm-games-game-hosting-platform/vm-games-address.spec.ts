import { control } from '#harness'
import { hasAddress } from './machine.ts'

control(
  'vm-games runs, and has 192.168.0.23 inside and on the LAN',
  {
    statement: 'ZF-90',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start the machine with `qm start 123`, or resume it with `qm resume 123`; set the address in its netplan, and find who else answers for it with `ip neigh` at the router.',
  },
  (views) => hasAddress(views, 'vm-games', '192.168.0.23'),
)
