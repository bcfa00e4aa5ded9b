import { all, control, every, the } from '#harness'
import { isThere } from './machines.ts'

control(
  'The VMs of the Kubernetes cluster run, and are its nodes',
  {
    statement: 'TG-26',
    impact: 'critical',
    kind: 'placement',
    standards: ['CM-8', 'PL-8'],
    remedy:
      'Start it with `qm start <vmid>`; where it is gone, apply its OpenTofu root and restore its disks. A copy of the same name is renamed or removed.',
  },
  (views) => {
    const { inventory, lab, need } = views

    all(
      () => isThere(views, 'kubernetes', 'running'),
      () =>
        every(need('talos').nodes, 'is the node that its VM is', ({ name }) => {
          const { vmid } = the(inventory.guests, `guest ${name}`, (one) => one.name === name)
          const { options } = the(lab.guestConfigs, `guest ${name}`, (one) => one.vmid === vmid)
          const { machineUuid } = the(lab.kubeNodes, `node ${name}`, (one) => one.name === name)
          return (options.smbios1 ?? '').split(',').includes(`uuid=${machineUuid}`)
        }),
    )
  },
)
