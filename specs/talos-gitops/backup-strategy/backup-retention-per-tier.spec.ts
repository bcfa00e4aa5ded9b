import { all, control, every, the } from '#harness'
import { madeAtOf, pointsOf } from './restore-points.ts'

/** A new guest has no backup before its first run. */
const SLACK = 8 * 86_400

/** Whether a rule prunes nothing: it is absent, empty, or says so. */
const keepsAll = (keep: Readonly<Record<string, string | number>> | undefined): boolean =>
  keep === undefined || Object.keys(keep).length === 0 || String(keep['keep-all'] ?? 0) === '1'

control(
  'As many restore points are kept in each tier as its retention demands, whoever prunes',
  {
    statement: 'TG-215',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'SI-12', 'CIS-3.4'],
    remedy:
      'Correct the retention of the backup job and of every prune job at the backup server: the stricter one wins.',
  },
  (views) => {
    const { inventory, lab, need, parameter } = views
    const { jobs, stores, tiers } = need('backups')
    const pruning = lab.backupServerJobs.prune.filter(
      ({ isEnabled, store }) => isEnabled && stores.includes(store),
    )
    const rules = [
      ...lab.backupJobs
        .filter(({ isEnabled }) => isEnabled)
        .map(({ id, keep, storage }) => ({
          id,
          tiers: [jobs[id]],
          keep:
            keep ??
            the(
              lab.proxmoxStorages,
              `storage of ${id}`,
              (one) => one.name === storage && one.node === need('pve').node,
            ).keep,
        })),
      ...pruning.map(({ id, keep }) => ({ id, tiers: [1, 2, 3, 4], keep })),
    ]
    const demanded = [1, 2, 3, 4].flatMap((tier) =>
      parameter.words(`p.backup.keep_tier_${tier}`).map((word) => ({ tier, word })),
    )
    all(
      () =>
        every(demanded, 'is kept by every rule that prunes it', ({ tier, word }) => {
          const [kind = '', count] = word.split('=')
          return rules
            .filter((rule) => rule.tiers.some((one) => one === tier))
            .every(
              ({ keep }) => keepsAll(keep) || Number(keep?.[`keep-${kind}`] ?? 0) >= Number(count),
            )
        }),
      () =>
        every(
          inventory.guests
            .filter(({ name }) => name in tiers)
            .map(({ name, vmid }) => {
              const config = the(lab.guestConfigs, `guest ${name}`, (one) => one.vmid === vmid)
              const [oldest] = pointsOf(lab, { name, vmid }, config).slice(-1)
              return {
                guest: name,
                madeAt: new Date(madeAtOf(config)).toISOString(),
                oldest: oldest?.at ?? 'none',
                seconds: parameter.seconds(`p.backup.history_tier_${tiers[name] ?? 1}`),
              }
            }),
          'reaches back far enough, as far as the guest itself does',
          ({ madeAt, oldest, seconds }) =>
            oldest !== 'none' &&
            views.ageSeconds(oldest) >= Math.min(seconds, views.ageSeconds(madeAt) - SLACK),
        ),
    )
  },
)
