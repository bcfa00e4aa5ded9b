import { profile } from '#harness'
import { parameters } from './parameters.ts'
import { rulingsOnAccess } from './rulings-on-access.ts'
import { rulingsOnPlans } from './rulings-on-plans.ts'
import { rulingsOnRecovery } from './rulings-on-recovery.ts'

export default profile('Layered', {
  parameters,
  rulings: [...rulingsOnPlans, ...rulingsOnAccess, ...rulingsOnRecovery],

  narrative: {
    'LA-17': 'A principle: what is measured is LA-25, what is told LA-27.',
    'LA-22': 'Says for security what LA-11 says of segments.',
    'LA-56': 'Says again that the firewall keeps segments apart: LA-11.',
    'LA-57': 'Says again that the way in from afar is the VPN: LA-37.',
    'LA-70': 'Kubernetes is there or not by LA-35.',
    'LA-71': 'Says of files of configuration what LA-07 says of all configuration.',
    'LA-73': 'Sums up LA-25 and LA-50.',
    'LA-82': 'A list of technologies: all lists are judged at LA-84.',
    'LA-83': 'A list of technologies: all lists are judged at LA-84.',
    'LA-85': 'A list of technologies: all lists are judged at LA-84.',
  },

  planned: {},

  notHere: {},
})
