import { all, control, every, none, same, that, the } from '#harness'

const PAGE = 'docs/architecture/diagram.md'
/** Filters that this platform has, and that a boundary may name. */
const FILTERS = ['router', 'hypervisor firewall', 'tailnet policy']

control(
  'Each boundary of trust is kept by a filter that denies, and each filter keeps one',
  {
    statement: 'ZT-73',
    impact: 'medium',
    kind: 'documentation',
    standards: ['PL-8', 'SC-7', 'AC-4', 'CIS-12.4'],
    remedy:
      'Set the filter to deny by default again (router: policy drop; Proxmox: firewall on, policy_in DROP; tailnet: grants only), or correct the table Trust boundaries in docs/architecture/diagram.md.',
  },
  ({ host, hosts, inventory, lab, vantage }) => {
    const { rows } = the(
      lab.platformTables,
      `table "Trust boundaries" in ${PAGE}`,
      (table) => table.page === PAGE && table.heading === 'Trust boundaries',
    )
    const isPlace = (name: string) => inventory.vantages.some((place) => place.name === name)
    const keeps = (filter: string) => rows.some((row) => row['Kept by'] === filter)

    all(
      () =>
        same(
          rows.map((row) => row['Kept by'] ?? ''),
          FILTERS,
          'filters that keep a boundary',
        ),
      ...hosts('router').map(({ name }) => () => {
        every(
          ['input', 'forward'].map((hook) => ({ router: name, hook })),
          'is denied by default',
          ({ hook }) =>
            !keeps('router') ||
            host(name).routerRules.gates.some((gate) => gate.hook === hook && gate.denies),
        )
      }),
      () => {
        const { cluster, node, guests } = lab.firewall
        that(cluster.isEnabled && node.isEnabled, 'the firewall of the hypervisor is on', {
          cluster: cluster.isEnabled,
          node: node.isEnabled,
        })
        every(
          guests.map(({ vmid, isEnabled, policyIn }) => ({ vmid, isEnabled, policyIn })),
          'denies what comes in by default',
          ({ isEnabled, policyIn }) => isEnabled && policyIn === 'DROP',
        )
      },
      () =>
        that(lab.tailnetPolicy.hasRules, 'the policy of the tailnet grants by name', {
          hasRules: lab.tailnetPolicy.hasRules,
        }),
      () =>
        none(
          lab.tailnetPolicy.rules,
          'lets everybody reach everything',
          ({ from, to }) => from.includes('*') && to.includes('*'),
        ),
      () => every(rows, 'is tried from where we look', (row) => isPlace(row['Tried from'] ?? '')),
      // What gets through from there is judged for each place; here, that somebody stands there at all.
      () =>
        every(
          rows
            .map((row) => ({ boundary: row.Boundary, triedFrom: row['Tried from'] ?? '' }))
            .filter(({ triedFrom }) => isPlace(triedFrom)),
          'is tried by somebody who stands there',
          ({ triedFrom }) => vantage(triedFrom).standing.from.length > 0,
        ),
    )
  },
)
