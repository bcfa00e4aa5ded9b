import { all, control, every, that } from '#harness'
import { placed } from '../shown.ts'

control(
  'What pods of different nodes say to one another is encrypted',
  {
    statement: 'TG-192',
    impact: 'medium',
    kind: 'isolation',
    strength: 'target',
    standards: ['SC-8(1)', 'SC-7'],
    remedy:
      'Set `encryption.enabled=true` and `encryption.type=wireguard` for Cilium, and restart its agents.',
  },
  ({ lab }) =>
    all(
      () =>
        that(
          ['enable-wireguard', 'enable-ipsec'].some(
            (key) => lab.ciliumConfig.settings[key] === 'true',
          ),
          'encryption is switched on',
          lab.ciliumConfig.settings['enable-wireguard'],
        ),
      () => every(lab.ciliumNodes, 'made a key known', ({ hasKey }) => hasKey, placed),
    ),
)
