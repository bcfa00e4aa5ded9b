import { control, every, the } from '#harness'
import { pointsOf } from './restore-points.ts'

control(
  'No newest backup is far smaller than those before it',
  {
    statement: 'TG-217',
    impact: 'medium',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-9(1)', 'SI-7'],
    remedy:
      'Look into the guest before the old restore points are pruned: an emptied disk is backed up without complaint.',
  },
  ({ inventory, lab, need, parameter }) => {
    const { tiers } = need('backups')
    const least = parameter.number('p.backup.min_size_ratio')
    every(
      inventory.guests
        .filter(({ name }) => name in tiers)
        .map(({ name, vmid }) => {
          const config = the(lab.guestConfigs, `guest ${name}`, (one) => one.vmid === vmid)
          const [newest = 0, ...before] = pointsOf(lab, { name, vmid }, config)
            .flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]))
            .slice(0, 6)
          const sorted = before.sort((a, b) => a - b)
          return {
            guest: name,
            newestBytes: newest,
            medianBytes: sorted[Math.floor(sorted.length / 2)] ?? newest,
          }
        }),
      'has about the size of those before',
      ({ medianBytes, newestBytes }) => newestBytes > 0 && newestBytes >= least * medianBytes,
    )
  },
)
