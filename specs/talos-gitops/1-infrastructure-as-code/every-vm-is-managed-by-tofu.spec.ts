import { control, same } from '#harness'

/** Resources that are the guest itself: others bear its number as well, its firewall for one. */
const IS_GUEST = /_(vm2?|cloned_vm|vm_qemu|container|lxc)$/

control(
  'The VMs at the hypervisor are those that OpenTofu manages',
  {
    statement: 'TG-135',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-8', 'CM-3', 'CIS-1.1'],
    remedy:
      'Import the VM with `tofu import`, or remove it; what is left out on purpose is named in p.vms.unmanaged.',
  },
  ({ host, lab, need, parameter }) => {
    const managed = host(need('tofu').host).tofuRoots.flatMap(({ resources }) =>
      resources.flatMap(({ type, vmid }) =>
        vmid === undefined || !IS_GUEST.test(type) ? [] : [`${vmid}`],
      ),
    )
    const found = lab.guests.items
      .filter(({ isTemplate }) => !isTemplate)
      .map(({ vmid }) => `${vmid}`)
    const unmanaged = parameter.words('p.vms.unmanaged')

    same(
      { ...lab.guests, items: found.filter((vmid) => !unmanaged.includes(vmid)) },
      managed,
      'virtual machines',
    )
  },
)
