import { all, control, every, saw } from '#harness'

control(
  'Every guest is a virtual machine of QEMU, run by the processor itself',
  {
    statement: 'TG-11',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-6', 'CM-8'],
    remedy:
      'Make the guest a VM, and take `kvm: 0` out of its options with `qm set <vmid> --delete kvm`.',
  },
  ({ inventory, lab }) =>
    all(
      () =>
        every(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.map(({ options, type, vmid }) => ({
              vmid,
              type,
              kvm: options.kvm ?? '1',
            })),
          },
          'is a VM with hardware virtualisation',
          ({ kvm, type }) => type === 'qemu' && kvm === '1',
        ),
      () =>
        every(inventory.guests, 'is among the guests', ({ vmid }) =>
          saw(lab.guestConfigs, (guest) => guest.vmid === vmid),
        ),
    ),
)
