import { control, same } from '#harness'

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
      resources.flatMap(({ vmid }) => (vmid === undefined ? [] : [`${vmid}`])),
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
