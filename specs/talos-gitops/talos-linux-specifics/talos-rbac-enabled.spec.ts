import { all, control, every, none, same, saw } from '#harness'

control(
  'Roles count at the API of Talos, and ours may only read',
  {
    statement: 'TG-93',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'AC-3'],
    remedy:
      'Enable `features.rbac` in the machine configuration; give this suite a certificate of its own: `talosctl config new --roles os:reader`.',
  },
  ({ host, need }) => {
    const { host: asked, nodes } = need('talos')
    const { nodes: tried, roles } = host(asked).talosAccess
    all(
      () => same(roles, ['os:reader'], 'roles of our certificate'),
      () => none(tried, 'did what only an administrator may', ({ answer }) => answer === 'done'),
      () =>
        every(nodes, 'refuses what only an administrator may', ({ name }) =>
          saw(
            {
              items: tried.filter(({ node, answer }) => node === name && answer !== 'silent'),
              complete: false,
              because: `${name} said nothing`,
            },
            ({ answer }) => answer === 'refused',
          ),
        ),
    )
  },
)
