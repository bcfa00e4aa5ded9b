import { control, every, the } from '#harness'

const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/** Bytes of a disk, as Proxmox writes them; a CD has none. */
const sizeOf = (disk: string): number => {
  const [, amount = '0', unit = ''] = /(?:^|,)size=(\d+)([KMGT]?)(?:,|$)/.exec(disk) ?? []
  return disk.includes('media=cdrom') ? 0 : Number(amount) * (UNITS[unit] ?? 1)
}

control(
  'Every node has the cores, memory and disks that are meant, and as many as its VM',
  {
    statement: 'TG-172',
    impact: 'medium',
    kind: 'sizing',
    standards: ['SC-6', 'CM-6'],
    remedy:
      'Correct cores, memory and disks of the VM in OpenTofu, and apply; switch ballooning off, as the kubelet counts on what it saw first.',
  },
  ({ lab, need, parameter }) => {
    const reserved = 1 - parameter.number('p.node.reserved_share')
    every(
      lab.kubeNodes,
      'has what is meant',
      ({ capacity, name }) => {
        const { vmid } = the(need('guests'), `guest ${name}`, (guest) => guest.name === name)
        const { options } = the(
          lab.guestConfigs,
          `configuration of ${name}`,
          (guest) => guest.vmid === vmid,
        )
        const cores = Number(options.cores ?? 1) * Number(options.sockets ?? 1)
        const memory = Number(options.memory) * 2 ** 20
        const disks = Object.entries(options)
          .filter(([key]) => /^(scsi|virtio|sata|ide)\d+$/.test(key))
          .map(([, disk]) => sizeOf(disk))
          .reduce((sum, bytes) => sum + bytes, 0)
        return [
          capacity.cores === cores,
          cores >= parameter.number('p.node.min_cores'),
          cores <= parameter.number('p.node.max_cores'),
          capacity.memoryBytes <= memory,
          capacity.memoryBytes >= memory * reserved,
          memory >= parameter.bytes('p.node.min_memory') * reserved,
          memory <= parameter.bytes('p.node.max_memory'),
          ['0', options.memory].includes(options.balloon ?? options.memory),
          disks >= parameter.bytes('p.node.min_disk'),
          disks <= parameter.bytes('p.node.max_disk'),
        ].every(Boolean)
      },
      ({ capacity, name }) => ({ name, capacity }),
    )
  },
)
