import type { Ruling } from '#harness'

/** Where the document disagrees with itself about failure, order and repair, and how it is read here. */
export const rulingsOnRecovery: readonly Ruling[] = [
  {
    id: 'monitoring-in-service-layer',
    between: ['ZT-66', 'ZT-46'],
    conflict:
      'Monitoring must not depend on the services, but is counted as one of them and shares their only machine.',
    ruling:
      'It has a guest, storage, a network path and a login of its own. What it cannot help sharing, the machine, its power and its uplink, is declared and watched from outside.',
    because:
      'With one machine, anything stricter could never hold, and anything looser would say nothing.',
    affects: [
      'zero-trust/monitoring-is-independent-of-applications',
      'zero-trust/monitoring-survives-application-outage',
    ],
    override: ['recovery.sharedFate'],
  },
  {
    id: 'recovery-without-backup',
    between: ['ZT-19', 'ZT-65', 'ZT-34'],
    conflict:
      'Recovery is the centre of the design, yet no backup is described. Parity helps against a lost disk, up to the last sync; it knows nothing of guests and their disks on the hypervisor.',
    ruling:
      'Parity is never counted as a backup. Restores are judged for what parity promises, and procedures say what is lost for good.',
    because:
      'The document promises procedures and parity; a backup it does not promise cannot be demanded of it, nor taken as given.',
    affects: [
      'zero-trust/parity-can-restore-lost-data',
      'zero-trust/operations-document-has-runbooks',
      'zero-trust/failure-procedures-cover-each-component',
    ],
    override: ['profiles', 'p.drill.scenarios'],
  },
  {
    id: 'scheduled-sync-versus-live-data',
    between: ['ZT-58', 'ZT-43', 'ZT-61'],
    conflict:
      'Parity made on a schedule suits files that rest. Nextcloud changes its files in between: those are unprotected, and weaken the recovery of others that share their parity blocks.',
    ruling:
      'One limit of freshness holds for the array, and only files younger than it may lack parity. Databases stay out of the array, by declared excludes.',
    because: 'Parity is shared by all disks, so no share can be fresher than the array.',
    affects: ['zero-trust/parity-is-fresh', 'zero-trust/parity-can-restore-lost-data'],
    override: ['p.snapraid.max_age', 'storage.excludes'],
  },
  {
    id: 'order-100-before-102',
    between: ['ZT-33', 'ZT-38', 'ZT-64'],
    conflict:
      'Proxmox starts guests of equal or no order by number, so compute (100) would start before the storage (102) it needs.',
    ruling:
      'Every guest that starts by itself has an order, and storage has a lower one than its users.',
    because: 'Layers are called explicit; an order that follows from numbering is an accident.',
    affects: ['zero-trust/boot-order-is-explicit', 'zero-trust/dependency-layers-start-in-order'],
    override: ['guests[].after'],
  },
  {
    id: 'single-node-versus-reboot-guarantee',
    between: ['ZT-26', 'ZT-14', 'ZT-76'],
    conflict: 'Behaviour under failure is promised, and redundancy is ruled out.',
    ruling: 'Time to recover and the state reached are judged; continuous service never is.',
    because: 'The document says itself that freedom from downtime is not its aim.',
    affects: [
      'zero-trust/cold-start-recovery-is-bounded',
      'zero-trust/storage-loss-is-contained',
      'zero-trust/no-ha-cluster-is-configured',
    ],
    override: ['p.boot.max_time', 'p.boot.max_spread', 'p.drill.recover'],
  },
  {
    id: 'alerting-without-alertmanager',
    between: ['ZT-18', 'ZT-69'],
    conflict: 'Observing comes first, but nothing in the stack is named that would tell anybody.',
    ruling:
      'Alerts may come from Prometheus with Alertmanager or from Grafana; that one arrives decides.',
    because: 'The document asks for the effect and leaves the tool open.',
    affects: ['zero-trust/parity-and-mount-faults-raise-alerts'],
    override: ['apis', 'p.alert.required', 'p.alert.max_latency'],
  },
  {
    id: 'vm102-on-virtual-disks',
    between: ['ZT-33', 'ZT-34', 'ZT-60'],
    conflict:
      'To a VM, disks that share one drive look like several; parity over them protects nothing.',
    ruling: 'A disk counts by the serial of the drive behind it, as the hypervisor knows it.',
    because: 'What fails is the drive.',
    affects: [
      'zero-trust/data-disks-are-independent-ext4',
      'zero-trust/parity-is-configured-on-dedicated-disks',
    ],
    override: ['storage.dataDisks', 'storage.parityDisks'],
  },
]
