import { control } from '#harness'
import { hasAddress } from './container.ts'

control(
  'The container `smb` runs at 192.168.0.13',
  {
    statement: 'ZF-48',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start it with `pct start`, or set `ip=192.168.0.13/24` in net0 and restart it; what else answers for the address has to give it up.',
  },
  (views) => hasAddress(views, 'smb', '192.168.0.13'),
)
