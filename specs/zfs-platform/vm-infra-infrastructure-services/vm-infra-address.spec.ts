import { control } from '#harness'
import { hasAddress } from './machine.ts'

control(
  'vm-infra runs, and has 192.168.0.20 inside and on the LAN',
  {
    statement: 'ZF-54',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start the machine with `qm start 120`, or resume it with `qm resume 120`; set the address in its netplan, and find who else answers for it with `ip neigh` at the router.',
  },
  (views) => hasAddress(views, 'vm-infra', '192.168.0.20'),
)
