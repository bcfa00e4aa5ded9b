import { all, control, every, same } from '#harness'

control(
  'Every role is on the machine that it was given to, by a decision',
  {
    statement: 'FR-10',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-3', 'CM-8', 'CIS-1.1'],
    remedy:
      'Give the role back to its machine, or record the change as an accepted decision with `role:<host>` in its scope and write the new machine id into `machines`.',
  },
  ({ host, lab, need }) => {
    const machines = need('machines')
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    const decided = accepted
      .filter(({ id }) => !replaced.includes(id))
      .flatMap(({ scope }) => scope)
    all(
      () =>
        every(
          machines.map((it) => ({ ...it, found: host(it.host).identity.machineId ?? 'none' })),
          'is the machine that the role was given to',
          (it) => it.found === it.machineId,
        ),
      // Machines that were cloned share their id.
      () =>
        same(
          [...new Set(machines.map((it) => host(it.host).identity.machineId ?? 'none'))],
          machines.map((it) => it.machineId),
          'machine ids',
        ),
      () =>
        every(machines, 'has its role by an accepted decision', (it) =>
          decided.includes(`role:${it.host}`),
        ),
    )
  },
)
