import { all, control, every, none, same, the } from '#harness'
import { circularIn, dependenciesOf } from './dependencies.ts'

const PAGE = 'docs/platform/operations.md'

control(
  'What depends on what is written down, and something makes it wait',
  {
    statement: 'ZT-28',
    impact: 'medium',
    kind: 'documentation',
    standards: ['CP-2', 'PL-2', 'CM-6', 'SA-8'],
    remedy:
      'Complete the table Dependencies in docs/platform/operations.md: every guest and every unit that uses storage; hold each line by a lower start order, or by RequiresMountsFor= in the unit.',
  },
  ({ host, inventory, lab, need }) => {
    const { rows } = the(
      lab.platformTables,
      `table "Dependencies" in ${PAGE}`,
      (table) => table.page === PAGE && table.heading === 'Dependencies',
    )
    const dependencies = dependenciesOf(rows)
    const users = need('storage').mountUsers
    const configOf = (name: string) => {
      const { vmid } = the(inventory.guests, `guest ${name}`, (guest) => guest.name === name)
      return the(lab.guestConfigs, `configuration of ${name}`, (config) => config.vmid === vmid)
    }
    const held = (kind: string) => dependencies.filter(({ heldBy }) => heldBy === kind)

    all(
      () => none(circularIn(dependencies), 'waits for itself', () => true),
      () =>
        same(
          [...new Set(dependencies.map(({ what }) => what))],
          [
            ...inventory.guests.filter(({ autostart }) => autostart).map(({ name }) => name),
            ...users.map(({ host: name, unit }) => `${name} ${unit}`),
          ],
          'guests and units with a line of their own',
        ),
      () =>
        same(
          held('start order').map(({ what, needs }) => `${what} after ${needs}`),
          inventory.guests.flatMap(({ name, after = [] }) =>
            after.map((it) => `${name} after ${it}`),
          ),
          'guests that wait for another',
        ),
      () =>
        every(dependencies, 'is held by something that holds', ({ heldBy }) =>
          ['start order', 'starts with its host', 'unit'].includes(heldBy),
        ),
      () =>
        every(
          held('start order').map(({ what, needs }) => ({
            what,
            needs,
            order: configOf(what).startup.order ?? Number.NaN,
            before: configOf(needs).startup.order ?? Number.NaN,
          })),
          'starts after what it needs',
          ({ order, before }) => before < order,
        ),
      () =>
        every(
          held('starts with its host').map(({ what }) => ({
            what,
            startsAtBoot: configOf(what).startsAtBoot,
          })),
          'starts at boot',
          ({ startsAtBoot }) => startsAtBoot,
        ),
      () =>
        same(
          held('unit').map(({ what, needs }) => `${what} needs ${needs}`),
          users.flatMap(({ host: name, unit, paths }) =>
            paths.map((path) => `${name} ${unit} needs ${name} ${path}`),
          ),
          'units that wait for a mount',
        ),
      () =>
        every(users, 'requires its mounts and waits for them', ({ host: name, unit, paths }) => {
          const found = the(host(name).storageUsers, `${unit} on ${name}`, (it) => it.unit === unit)
          return paths.every((path) => found.requiresMountsFor.includes(path))
        }),
    )
  },
)
