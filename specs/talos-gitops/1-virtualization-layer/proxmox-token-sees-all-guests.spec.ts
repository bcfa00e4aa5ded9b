import { all, control, every, saw } from '#harness'

const NEEDED = ['VM.Audit', 'Sys.Audit', 'Datastore.Audit']

control(
  'This suite may read everything at the hypervisor, and sees every declared guest',
  {
    statement: 'TG-17',
    impact: 'critical',
    kind: 'observability',
    standards: ['CA-7', 'AC-6'],
    remedy: 'Give user and token the role PVEAuditor on /, propagated, and no other role below it.',
  },
  ({ inventory, lab }) =>
    all(
      () =>
        every(['/nodes', '/storage', '/access'], 'may be read with all that lies below', (path) =>
          NEEDED.every((privilege) => lab.proxmoxPermissions[path]?.[privilege] === true),
        ),
      // Without the right on / and /vms, no list of guests is believed.
      () =>
        every(inventory.guests, 'is shown', ({ vmid }) =>
          saw(lab.guests, (guest) => guest.vmid === vmid),
        ),
    ),
)
