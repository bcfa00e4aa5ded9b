import { control } from '#harness'
import { hasAddress } from './container.ts'

control(
  'The container `dns` runs at 192.168.0.11',
  {
    statement: 'ZF-46',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-8', 'CM-6'],
    remedy:
      'Start it with `pct start`, or set `ip=192.168.0.11/24` in net0 and restart it; what else answers for the address has to give it up.',
  },
  (views) => hasAddress(views, 'dns', '192.168.0.11'),
)
