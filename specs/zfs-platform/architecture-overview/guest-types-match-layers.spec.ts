import { all, control, every, saw } from '#harness'
import { GUESTS } from './guests.ts'

control(
  'The three system guests are containers, the five platform guests machines, and all run',
  {
    statement: 'ZF-11',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-2', 'SC-39'],
    remedy:
      'Start what is stopped with `pct start <vmid>` or `qm start <vmid>`; rebuild a guest of the wrong kind as the right one.',
  },
  ({ host, lab, inventory, need }) => {
    const wanted = GUESTS.map(({ name, type }) => ({
      name,
      type,
      vmid: inventory.guests.find((guest) => guest.name === name)?.vmid,
    }))

    all(
      () =>
        every(wanted, 'is listed as running, under its name and kind', (guest) =>
          saw(
            lab.guests,
            ({ vmid, name, type, status, isTemplate }) =>
              vmid === guest.vmid &&
              name === guest.name &&
              type === guest.type &&
              status === 'running' &&
              !isTemplate,
          ),
        ),
      () =>
        // The list is as old as the last report of the node's daemon: a process is now.
        every(wanted, 'has a process on the hypervisor', ({ vmid, type }) =>
          saw(
            host(need('zfs').host).guestFiles,
            (file) => file.vmid === vmid && file.type === type && file.pid !== undefined,
          ),
        ),
    )
  },
)
