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
    all(
      () =>
        every(
          meant,
          'starts by itself',
          ({ vmid }) =>
            configOf(vmid).startsAtBoot || lab.haResources.some(({ sid }) => sid === `vm:${vmid}`),
        ),
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
