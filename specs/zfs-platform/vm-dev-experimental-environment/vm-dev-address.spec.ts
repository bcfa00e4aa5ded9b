import { control } from '#harness'
import { hasAddress } from './machine.ts'

control(
  'vm-dev runs, and has 192.168.0.24 inside and on the LAN',
  {
    statement: 'ZF-97',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start the machine with `qm start 124`, or resume it with `qm resume 124`; set the address in its netplan, and find who else answers for it with `ip neigh` at the router.',
  },
  (views) => hasAddress(views, 'vm-dev', '192.168.0.24'),
)
