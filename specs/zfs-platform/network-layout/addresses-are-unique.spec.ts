import { control, every } from '#harness'
import { asker } from './plan.ts'

control(
  'No address of the LAN is answered by two machines',
  {
    statement: 'ZF-43',
    impact: 'high',
    kind: 'addressing',
    standards: ['SC-7', 'CM-8'],
    remedy:
      'Find the second machine by its hardware address in the table of the switch, and give it another address.',
  },
  (views) =>
    every(
      views.host(asker(views)).arpAnswers,
      'is answered by one machine',
      ({ macs }) => macs.length === 1,
    ),
)
