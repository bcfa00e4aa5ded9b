import { control } from '#harness'
import { hasAddress } from './machine.ts'

control(
  'vm-media runs, and has 192.168.0.22 inside and on the LAN',
  {
    statement: 'ZF-77',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start the machine with `qm start 122`, or resume it with `qm resume 122`; set the address in its netplan, and find who else answers for it with `ip neigh` at the router.',
  },
  (views) => hasAddress(views, 'vm-media', '192.168.0.22'),
)
