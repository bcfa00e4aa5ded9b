import { all, control, every, none } from '#harness'
import { newestPoints } from './restore-points.ts'

control(
  'The newest backup of each guest that had time to be verified was found good',
  {
    statement: 'TG-217',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9(1)', 'SI-7'],
    remedy: 'Verify the datastore, and back up again what was found broken.',
  },
  (views) => {
    const { ageSeconds, inventory, lab, need, parameter } = views
    const { tiers } = need('backups')
    const grace = parameter.seconds('p.pbs.verify_grace')
    const guests = inventory.guests.filter(({ name }) => name in tiers)
    const { because, complete, items } = lab.backupSnapshots
    const look = { complete, ...(because ? { because } : {}) }
    all(
      () =>
        every(
          {
            ...look,
            items: newestPoints(views, guests, ({ at }) => ageSeconds(at) > grace).map(
              ({ guest, newest }) => ({
                guest,
                at: newest?.at,
                verification: newest?.verification,
              }),
            ),
          },
          'has a newest one that was found good',
          ({ at, verification }) =>
            at !== undefined &&
            verification?.state === 'ok' &&
            Date.parse(verification.at) >= Date.parse(at),
        ),
      () =>
        none(
          {
            ...look,
            items: items.map(({ at, id, namespace, store, verification }) => ({
              store,
              namespace,
              id,
              at,
              state: verification?.state,
            })),
          },
          'was found broken',
          ({ state }) => state !== undefined && state !== 'ok',
        ),
    )
  },
)
