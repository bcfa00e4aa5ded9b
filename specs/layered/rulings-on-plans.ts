import type { Ruling } from '#harness'

/** Where the document lists as present what it also lists as still to come, and how it is read here. */
export const rulingsOnPlans: readonly Ruling[] = [
  {
    id: 'offsite-present-or-planned',
    between: ['LA-45', 'LA-81', 'LA-90'],
    conflict: 'The cloud copy is one of three places of backups, and setting it up is still to do.',
    ruling:
      'The cloud copy is judged as present. Until it is, that is a failure, which a waiver with an end may accept; it never passes.',
    because: 'Who relies on three places must know when there are two.',
    affects: [
      'layered/offsite-backup-holds-critical-data',
      'layered/three-backup-locations-hold-critical-data',
      'layered/future-offsite-restore-proved',
    ],
    override: ['waiver'],
  },
  {
    id: 'ids-present-or-planned',
    between: ['LA-38', 'LA-91'],
    conflict: 'Suricata is a part of the edge, and IDS and IPS are still to be implemented.',
    ruling: 'To detect is judged as present; to block is what is still to come.',
    because: 'An IDS and an IPS are two promises, and only one of them is made for today.',
    affects: [
      'layered/suricata-ids-is-running',
      'layered/suricata-detects-a-canary',
      'layered/future-ips-drops-canary',
    ],
    override: ['waiver', 'absent.ips'],
  },
  {
    id: 'central-auth-present-or-planned',
    between: ['LA-54', 'LA-64', 'LA-92'],
    conflict: 'Authelia stands in the way of a request, and central authentication is to be added.',
    ruling:
      'Authelia before the routes that need a login is judged as present; doing away with local logins is what is to come.',
    because: 'Only this reading gives the last sentence something left to do.',
    affects: [
      'layered/authelia-single-sign-on-with-2fa',
      'layered/authelia-guards-every-protected-route',
      'layered/future-central-authentication',
    ],
    override: ['waiver', 'absent.central-auth'],
  },
  {
    id: 'kubernetes-optional-or-deployed',
    between: ['LA-03', 'LA-35', 'LA-70', 'LA-89'],
    conflict:
      'Kubernetes is a part of a layer, deploys workloads, is optional, and does not exist yet.',
    ruling:
      'It is optional. A lab without it says so under `absent`, and then nothing may answer like one.',
    because: 'Two of four sentences leave it open; one that is forgotten is worse than none.',
    affects: ['layered/kubernetes-if-declared-is-complete', 'layered/future-kubernetes-cluster'],
    override: ['absent.kubernetes'],
  },
  {
    id: 'cicd-optional-or-planned',
    between: ['LA-72', 'LA-88', 'LA-93'],
    conflict: 'Automatic deployment is optional, a pipeline is planned, and so is GitOps.',
    ruling: 'Each is judged where it exists; a lab without it says so under `absent`.',
    because: 'What is optional is promised only once somebody has it.',
    affects: [
      'layered/cicd-if-present-gates-deployment',
      'layered/future-cicd-pipeline',
      'layered/future-gitops-reconciliation',
    ],
    override: ['absent.cicd', 'absent.gitops'],
  },
  {
    id: 'tracing-without-component',
    between: ['LA-26', 'LA-47', 'LA-84'],
    conflict: 'Tracing is a principle, and no list names a program that does it.',
    ruling: 'Spans have to arrive somewhere: no store of traces is a failure, never a pass.',
    because: 'The principle is plain; which program serves it is free.',
    affects: ['layered/distributed-tracing-receives-spans'],
    override: ['waiver', 'absent.tracing'],
  },
  {
    id: 'promtail-end-of-life',
    between: ['LA-53', 'LA-21'],
    conflict:
      'The shipper that is named gets no fixes since March 2026; security updates are promised.',
    ruling:
      'Any shipper that is still maintained will do. One that is not fails where updates are judged, not where logs are.',
    because: 'What matters of a shipper is that lines arrive; its name is a detail of its day.',
    affects: ['layered/promtail-ships-from-every-host', 'layered/security-updates-are-current'],
    override: ['p.logs.supported_shippers'],
  },
]
