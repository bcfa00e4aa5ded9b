import { control, none } from '#harness'

control(
  'Every virtual machine that there is has an accepted decision that names it',
  {
    statement: 'FR-38',
    impact: 'medium',
    kind: 'documentation',
    standards: ['CM-3', 'PL-8'],
    remedy:
      'Record why it is needed under `decisions.folder`, with `guest:<vmid>` in its scope and status accepted, or `qm destroy <vmid>`.',
  },
  ({ lab }) => {
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    none(
      lab.guests,
      'is a virtual machine, and no decision that holds names it',
      ({ type, vmid }) =>
        type === 'qemu' &&
        !accepted.some(
          ({ id, scope }) => scope.includes(`guest:${vmid}`) && !replaced.includes(id),
        ),
    )
  },
)
