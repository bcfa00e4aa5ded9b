import type { Ruling } from '#harness'

/** Where the document promises recovery in ways that do not go together, and how it is read here. */
export const rulingsOnRecovery: readonly Ruling[] = [
  {
    id: 'recovery-objectives-without-tests',
    between: ['LA-77', 'LA-79', 'LA-94'],
    conflict: 'Times of recovery are promised, and trying them is still to come.',
    ruling: 'Without the record of a drill nobody can say; the suite brings the drills.',
    because: 'A time that nobody measured is a hope.',
    affects: [
      'layered/rto-critical-services-below-one-hour',
      'layered/rpo-critical-data-below-one-hour',
      'layered/future-recovery-testing-is-regular',
    ],
    override: ['waiver'],
  },
  {
    id: 'nas-primary-store-and-primary-backup',
    between: ['LA-42', 'LA-44', 'LA-81'],
    conflict:
      'The NAS is where media are, and the first place of backups; backups go to other storage.',
    ruling:
      'For data whose original is on the NAS, the NAS is no backup: another machine has it, or it can be made anew.',
    because: 'What is lost together was one copy.',
    affects: [
      'layered/local-backup-is-on-separate-storage',
      'layered/three-backup-locations-hold-critical-data',
      'layered/nas-serves-media-and-backups',
    ],
    override: ['backup.datasets'],
  },
  {
    id: 'hourly-rpo-without-schedule',
    between: ['LA-79', 'LA-16'],
    conflict:
      'Less than an hour of critical data may be lost, and no backup is said to run that often.',
    ruling:
      'One place that survives the loss has to meet it, judged by the longest gap between two backups.',
    because: 'What is lost is what came after the last copy that is still there.',
    affects: ['layered/rpo-critical-data-below-one-hour', 'layered/backups-run-on-schedule'],
    override: ['p.rpo.critical'],
  },
  {
    id: 'ha-principle-without-scope',
    between: ['LA-15', 'LA-36', 'LA-40'],
    conflict:
      'What is critical is to be redundant, and the lists name one firewall, one DNS, one proxy.',
    ruling:
      'Services that the inventory names as redundant are held to it; any other critical one has to be back in time instead.',
    because:
      'The principle asks for a second one where it matters, and who runs the lab says where.',
    affects: [
      'layered/critical-services-are-redundant',
      'layered/criticality-is-declared-for-everything',
    ],
    override: ['p.ha.services'],
  },
]
