import { all, control, none, the } from '#harness'

control(
  'No virtual machine on the runtime node runs anything',
  {
    statement: 'FR-24',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-7', 'PL-8'],
    remedy:
      'Move the service into an LXC and `qm destroy <vmid>`, or record the decision with `guest:<vmid>` in its scope and status accepted.',
  },
  ({ host, hosts, lab }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    const decided = accepted
      .filter(({ id }) => !replaced.includes(id))
      .flatMap(({ scope }) => scope)
    all(
      () =>
        none(
          lab.guests,
          'is a virtual machine that nobody decided on',
          ({ isTemplate, type, vmid }) =>
            type === 'qemu' && !isTemplate && !decided.includes(`guest:${vmid}`),
        ),
      () =>
        none(
          host(name).processes,
          'is a virtual machine beside Proxmox',
          ({ cgroup, name: program, program: file }) => {
            const [, vmid] = /^\/qemu\.slice\/(\d+)\.scope/.exec(cgroup) ?? []
            return (
              /^(kvm|qemu-system-.*|qemu-kvm|cloud-hypervisor?|firecracker|crosvm|VBoxHeadless|VirtualBoxVM|vmware-vmx)$/m.test(
                `${program}\n${file.split('/').at(-1)}`,
              ) && !lab.guests.items.some((it) => it.type === 'qemu' && String(it.vmid) === vmid)
            )
          },
        ),
    )
  },
)
