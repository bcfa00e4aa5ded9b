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
      /^(qemu-system-.*|kvm|VBoxHeadless|VirtualBoxVM|VBoxSVC|vmware-vmx|multipassd|libvirtd|virtqemud|limactl|colima|firecracker|cloud-hypervisor?|crosvm|systemd-vmspawn|gnome-boxes|utm)$/
    all(
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.filter(({ type }) => type === 'qemu'),
          },
          'is a virtual machine for development',
          ({ options }) =>
            /dev(?!ice)|build|test|sandbox|playground|runner|workstation|workbench|lyra|(^|[^a-z])(ci|ide|coder|code)([^a-z]|$)/.test(
              `${options.name} ${options.tags ?? ''}`.toLowerCase(),
            ),
        ),
      () =>
        none(
          host(dev).processes,
          'is a virtual machine',
          ({ name, program }) =>
            emulator.test(name) || emulator.test(program.split('/').at(-1) ?? ''),
        ),
      () =>
        none(host(dev).startUps.units, 'starts virtual machines', ({ unit }) =>
          /^(libvirtd|virtqemud|vboxdrv|vboxautostart|vmware|multipassd|snap\.multipass|lima)/.test(
            unit,
          ),
        ),
      () =>
        none(host(dev).software.packages, 'makes virtual machines', (it) =>
          /^(qemu-system(-.*)?|qemu-kvm|virtualbox.*|libvirt-daemon(-.*)?|vagrant|gnome-boxes|virt-manager|incus|lxd|docker-desktop)$/.test(
            it,
          ),
        ),
    )
  },
)
