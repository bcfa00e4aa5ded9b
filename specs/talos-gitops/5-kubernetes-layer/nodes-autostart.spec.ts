import { all, control, every, the } from '#harness'

control(
  'The VMs of the cluster and of its services start with the hypervisor, in the right order',
  {
    statement: 'TG-80',
    impact: 'medium',
    kind: 'recovery',
    standards: ['CP-10', 'SI-13'],
    remedy:
      'Set `onboot` and `startup` of the VM in OpenTofu: whoever is needed by others has the lower order.',
  },
  ({ lab, need }) => {
    const meant = need('guests').filter(({ autostart }) => autostart)
    const configOf = (vmid: number) =>
      the(lab.guestConfigs, `configuration of guest ${vmid}`, (guest) => guest.vmid === vmid)
    /** What the HA manager is to see to; boot order does not count for what it has. */
    const isKept = (vmid: number) =>
      lab.haResources
        .filter(({ sid, state }) => sid.endsWith(`:${vmid}`) && state !== 'ignored')
        .map(({ state }) => ['started', 'enabled'].includes(state))
        .at(0)
    all(
      () =>
        every(meant, 'starts by itself', ({ vmid }) => isKept(vmid) ?? configOf(vmid).startsAtBoot),
      () =>
        every(
          meant.flatMap(({ after = [], name, vmid }) =>
            after.map((before) => ({
              before,
              name,
              orders: [
                the(meant, `guest ${before} that starts by itself`, (one) => one.name === before)
                  .vmid,
                vmid,
              ].map((id) => configOf(id).startup.order ?? Number.POSITIVE_INFINITY),
            })),
          ),
          'starts after what it needs',
          ({ orders: [first = 0, second = 0] }) => first < second,
        ),
    )
  },
)
