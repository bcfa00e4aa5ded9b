import type { Ruling } from '#harness'

/** Where the document disagrees with itself about storage, backup and applications, and how it is read here. */
export const rulingsOnStorage: readonly Ruling[] = [
  {
    id: 'replicas-two-to-three-on-one-node',
    between: ['TG-226', 'TG-168'],
    conflict: 'Volumes have two to three replicas and redundant data; Longhorn runs on one node.',
    ruling:
      'Which replicas are meant is the owner’s policy, a parameter; that copies lie apart is judged by itself.',
    because:
      'On one node, copies are either degraded for ever or not redundant, and neither may pass for the other.',
    affects: [
      'talos-gitops/longhorn-replica-count-policy',
      'talos-gitops/longhorn-attached-volumes-healthy',
      'talos-gitops/longhorn-replicas-spread',
      'talos-gitops/drill-longhorn-replica-rebuild',
    ],
    override: ['waiver'],
  },
  {
    id: 'replication-factor-ranges',
    between: ['TG-176', 'TG-226'],
    conflict: 'One sentence has one to three replicas, another two to three.',
    ruling: 'One to three is what is possible, two to three what is wanted.',
    because: 'Only so are both true.',
    affects: [
      'talos-gitops/longhorn-replication-factor-bounds',
      'talos-gitops/longhorn-replica-count-policy',
    ],
  },
  {
    id: 'pod-security-policies-versus-standards',
    between: ['TG-194', 'TG-202'],
    conflict:
      'Access control names pod security policies, application security pod security standards.',
    ruling: 'Only the standards are judged; that the policies are gone is judged as well.',
    because: 'Kubernetes removed the policies in release 1.25.',
    affects: [
      'talos-gitops/pod-security-policy-absent',
      'talos-gitops/pod-security-standard-enforced',
    ],
  },
  {
    id: 'primary-backup-on-the-same-host',
    between: ['TG-217', 'TG-29'],
    conflict: 'The primary place of backups is a VM on the hypervisor whose data it protects.',
    ruling:
      'It does not count as another place. Until there is one off the site, a pool of its own is the least.',
    because: 'Whoever loses the machine loses both.',
    affects: ['talos-gitops/backup-storage-separate-pool', 'talos-gitops/offsite-replication-s3'],
    override: ['waiver'],
  },
  {
    id: 'pod-to-storage-lower-bound',
    between: ['TG-184', 'TG-183'],
    conflict:
      'From pod to storage it is to take 10 to 50 ms, while a pod reaches the next one in 5.',
    ruling: 'Only the upper bound is judged.',
    because: 'Storage that answers faster is no defect.',
    affects: ['talos-gitops/pod-to-storage-latency'],
  },
  {
    id: 'replicas-versus-single-writers',
    between: ['TG-229', 'TG-115'],
    conflict:
      'Applications have several replicas and budgets; stateful ones use block volumes that one node mounts at a time.',
    ruling:
      'Both rules hold for applications that are called stateless; a stateful one is exempt with a reason.',
    because: 'A second replica that can never start protects nobody.',
    affects: [
      'talos-gitops/stateless-apps-replicated',
      'talos-gitops/pod-disruption-budgets',
      'talos-gitops/deployments-roll-and-roll-back',
    ],
    override: ['waiver'],
  },
  {
    id: 'longhorn-without-dependencies',
    between: ['TG-60', 'TG-66'],
    conflict:
      'Longhorn is said to depend on nothing outside Kubernetes; it lies on ZFS, needs extensions of the nodes and is completed by a backup server.',
    ruling: 'The dependencies are followed one by one.',
    because: 'They are the ones that break.',
    affects: ['talos-gitops/storage-chain-resolves', 'talos-gitops/talos-root-immutable'],
  },
]
