import { all, control, every, saw, that } from '#harness'

control(
  'The API server decides by node and role, and refuses what no role allows',
  {
    statement: 'TG-45',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-3'],
    remedy:
      'Set `authorization-config` or `--authorization-mode=Node,RBAC` in the machine configuration, and never AlwaysAllow.',
  },
  ({ lab, need }) =>
    all(
      () =>
        every(
          {
            ...lab.apiServerFlags,
            items: lab.apiServerFlags.items.map(({ pod, flags }) => ({
              pod,
              mode: flags['authorization-mode'],
              config: flags['authorization-config'],
            })),
          },
          'decides by node and role, and by nothing else',
          ({ mode, config = '' }) =>
            mode === undefined
              ? config.startsWith('/')
              : mode.split(',').sort().join() === 'Node,RBAC',
        ),
      () =>
        every(
          need('talos').nodes.filter(({ role }) => role === 'controlplane'),
          'has an API server that was asked',
          ({ name }) => saw(lab.apiServerFlags, ({ node }) => node === name),
        ),
      () =>
        that(
          lab.kubeRefusal.status === 403 && lab.kubeRefusal.reason === 'Forbidden',
          'a question without a right is refused',
          lab.kubeRefusal,
        ),
    ),
)
