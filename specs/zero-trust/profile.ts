import { profile } from '#harness'
import { parameters } from './parameters.ts'
import { rulingsOnAccess } from './rulings-on-access.ts'
import { rulingsOnRecovery } from './rulings-on-recovery.ts'

export default profile('Zero Trust', {
  parameters,
  rulings: [...rulingsOnAccess, ...rulingsOnRecovery],

  narrative: {
    'ZT-08': 'Decoration: the names are those of ZT-69, the model is that of ZT-51.',
    'ZT-09': 'Origin and intent. That Proxmox carries the lab is ZT-20.',
    'ZT-10': 'What the owner wants from it: nothing that a lab can show or fail to show.',
    'ZT-11': 'The aim in one sentence: layers are ZT-13, decisions ZT-04, limits of trust ZT-73.',
    'ZT-12': 'Introduces ZT-13 and the intentions after it.',
    'ZT-19': 'A principle: what it asks for is in ZT-05, ZT-65 and ZT-71.',
    'ZT-21': 'Sums up ZT-34 and ZT-35; growth is ZT-59.',
    'ZT-22': 'Sums up ZT-38 and ZT-39.',
    'ZT-23': 'Sums up ZT-42; segments are ZT-17.',
    'ZT-24': 'Sums up ZT-50 and ZT-54.',
    'ZT-25': 'Sums up ZT-46; what is observed is ZT-18.',
    'ZT-27':
      'A ranking of aims: that failover is absent is ZT-26, that recovery is predictable ZT-71.',
    'ZT-30': 'An aim and a promise not made: what is controlled is ZT-71, what is clear ZT-74.',
    'ZT-31': 'A motto: layers are ZT-13, zero trust is ZT-16 and ZT-51.',
    'ZT-32':
      'Introduces the layers, which are ZT-33, ZT-38 and ZT-42; Proxmox is ZT-20, their limits ZT-13.',
    'ZT-47': 'Links again to the diagram of ZT-02.',
    'ZT-52': 'Says for security what ZT-37 says of the exports.',
    'ZT-56': 'Links again to the diagram of ZT-03.',
    'ZT-61':
      'Says of the shares what ZT-37 says of the exports; one share per service is judged there.',
    'ZT-62': 'Links again to the document of ZT-06.',
    'ZT-67': 'Links again to the document of ZT-05.',
    'ZT-70': 'Introduces ZT-71 and the priorities after it.',
    'ZT-72': 'A reason, not a claim: segments of services are ZT-17, of shares ZT-37.',
    'ZT-75': 'Says again what the decision records of ZT-04 are for.',
    'ZT-77': 'Sums up ZT-48 and ZT-55.',
  },

  planned: {},

  notHere: {},
})
