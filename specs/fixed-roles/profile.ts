import { profile } from '#harness'
import { parameters } from './parameters.ts'
import { rulingsOnPlacement } from './rulings-on-placement.ts'
import { rulingsOnState } from './rulings-on-state.ts'

export default profile('Fixed Roles', {
  parameters,
  rulings: [...rulingsOnPlacement, ...rulingsOnState],

  narrative: {
    'FR-01': 'Says what the page is about; a lab can neither show it nor fail to.',
    'FR-07': 'What the owner wants from it: nothing that can be measured here.',
    'FR-09': 'A ranking of aims: what is isolated is FR-12 to FR-14 and FR-43.',
    'FR-11': 'Says from the other side what FR-05 says: one role, and no other, is judged there.',
    'FR-15': 'A reason for FR-05 and FR-10, not a claim.',
    'FR-39': 'Reasons for FR-38, not claims; what an LXC costs is FR-45.',
    'FR-59': 'Sums up FR-05 and FR-12 to FR-14.',
    'FR-60': 'Sums up FR-46 and what follows; placement against the inventory is judged there.',
    'FR-63': 'A motto.',
  },

  planned: {},

  notHere: {},
})
