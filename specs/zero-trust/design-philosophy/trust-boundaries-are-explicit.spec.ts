import { all, control, every, isDeclared, none, same, that, the } from '#harness'

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
  ({ host, hosts, lab, need, vantage }) => {
    const { rows } = the(
      lab.platformTables,
      `table "Trust boundaries" in ${PAGE}`,
      (table) => table.page === PAGE && table.heading === 'Trust boundaries',
    )
    const { wanAllowed, lanExposed, lanManagement } = need('network')
    const keeps = (filter: string) => rows.some((row) => row['Kept by'] === filter)
    const triedFrom = (place: string) => rows.some((row) => row['Tried from'] === place)
    const allowed: Readonly<Record<string, typeof lanExposed>> = {
      internet: wanAllowed,
      lan: [...lanExposed, ...lanManagement],
      stranger: [],
    }

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
      () =>
        every(rows, 'is tried from where we look', (row) =>
          ['internet', 'lan', 'stranger'].includes(row['Tried from'] ?? ''),
        ),
      ...Object.entries(allowed).map(([place, open]) => () => {
        none(
          vantage(place).openPorts,
          `gets through from ${place}`,
          // the canary that every member may reach is no machine of the lab
          (seen) =>
            triedFrom(place) &&
            (place !== 'stranger' || seen.host !== undefined) &&
            !isDeclared(seen, open),
        )
      }),
    )
  },
)
