import { profile } from '#harness'
import { parametersOfTheHost } from './parameters-of-the-host.ts'
import { parametersOfTheMachines } from './parameters-of-the-machines.ts'
import { rulingsOnTheHost } from './rulings-on-the-host.ts'
import { rulingsOnTheMachines } from './rulings-on-the-machines.ts'

export default profile('ZFS Platform', {
  parameters: { ...parametersOfTheHost, ...parametersOfTheMachines },
  rulings: [...rulingsOnTheHost, ...rulingsOnTheMachines],

  narrative: {
    'ZF-02': 'What the lab is for. That ZFS carries it is ZF-14, that Proxmox does ZF-36.',
    'ZF-03': 'A principle: services are isolated by virtual machines, which is ZF-114.',
    'ZF-04': 'A principle: what it means for storage is ZF-22 and the datasets after it.',
    'ZF-06': 'A principle: that applications are containers is ZF-120.',
    'ZF-07': 'A principle: what is observed is ZF-106 and the statements after it.',
    'ZF-12': 'The counterpart of ZF-11, and judged with it: each guest has the kind of its layer.',
    'ZF-37': 'Says what one of the two kinds of ZF-36 is for; which guests are of it is ZF-11.',
    'ZF-38': 'Says what the other kind of ZF-36 is for; the segments are ZF-53.',
    'ZF-45': 'Introduces the table from ZF-46 on; that the overhead is little is ZF-49.',
    'ZF-111': 'Says for security what ZF-87 says of the automation stack.',
    'ZF-118': 'A name for what ZF-114 and ZF-120 say.',
    'ZF-119': 'One half of the hybrid: how Proxmox isolates is ZF-114.',
  },

  planned: {},

  notHere: {},
})
