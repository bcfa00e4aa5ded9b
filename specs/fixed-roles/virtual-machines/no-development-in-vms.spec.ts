import { all, control, none } from '#harness'

control(
  'No virtual machine is used for development, neither on the hypervisor nor on Lyra',
  {
    statement: 'FR-38',
    impact: 'high',
    kind: 'placement',
    standards: ['PL-8', 'CM-2'],
    remedy:
      'Move the work to Lyra’s own Docker, and remove the machine (`qm destroy`, `multipass delete --purge`, `virsh undefine`).',
  },
  ({ host, lab, need }) => {
    const { host: dev } = need('development')
    const emulator =
      /^(qemu-system-.*|kvm|VBoxHeadless|VirtualBoxVM|VBoxSVC|vmware-vmx|multipassd|libvirtd|virtqemud|limactl|colima|firecracker|cloud-hyperviso|utm)$/
    all(
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.filter(({ type }) => type === 'qemu'),
          },
          'is a virtual machine for development',
          ({ options }) =>
            /(^|[^a-z])(dev|devel|development|build|ci|test|lyra)([^a-z]|$)/.test(
              `${options.name} ${options.tags ?? ''}`.toLowerCase(),
            ),
        ),
      () => none(host(dev).processes, 'is a virtual machine', ({ name }) => emulator.test(name)),
      () =>
        none(host(dev).startUps.units, 'starts virtual machines', ({ unit }) =>
          /^(libvirtd|virtqemud|vboxdrv|vboxautostart|vmware|multipassd|snap\.multipass|lima)/.test(
            unit,
          ),
        ),
      () =>
        none(host(dev).software.packages, 'makes virtual machines', (it) =>
          /^(qemu-system-x86|virtualbox.*|libvirt-daemon-system|vagrant|gnome-boxes|virt-manager|docker-desktop)$/.test(
            it,
          ),
        ),
    )
  },
)
