import { all, control, every, none, same, the } from '#harness'

const PAGE = 'docs/platform/operations.md'

control(
  'For each component a procedure says what to do when it fails, and what that costs',
  {
    statement: 'ZT-29',
    impact: 'medium',
    kind: 'documentation',
    standards: ['CP-2', 'CP-10', 'IR-8', 'CIS-11.1'],
    remedy:
      'Add the component to the table Failures in docs/platform/operations.md, with a runbook of that page, how long its users wait and what is lost.',
  },
  ({ hosts, inventory, lab, need }) => {
    const storage = need('storage')
    const { rows } = the(
      lab.platformTables,
      `table "Failures" in ${PAGE}`,
      (table) => table.page === PAGE && table.heading === 'Failures',
    )
    const { runbooks } = lab.runbooks
    const names = (row: Readonly<Record<string, string>>) => (row['What fails'] ?? '').split(/,\s*/)

    all(
      () =>
        same(
          rows.flatMap(names),
          [
            ...hosts('router', 'hypervisor').map(({ name }) => name),
            ...inventory.guests.map(({ name }) => name),
            ...[...storage.dataDisks, ...storage.parityDisks].map(({ name }) => name),
          ],
          'components with a procedure',
        ),
      () =>
        every(rows, 'leads to a runbook of that page', (row) =>
          runbooks.some(
            ({ scenario, parts }) => scenario === row.Procedure && parts.includes('steps'),
          ),
        ),
      () =>
        every(
          rows,
          'says how long it is away, and what is lost',
          (row) => /\d|until/.test(row['Until it is back'] ?? '') && (row.Lost ?? '') !== '',
        ),
      // The platform has no backup of its own: a line that counts on one counts on nothing.
      () =>
        none(rows, 'counts on a backup that nobody makes', (row) =>
          /\bbackups?\b/i.test(Object.values(row).join(' ')),
        ),
    )
  },
)
