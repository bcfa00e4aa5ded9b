import { all, control, every, none, the } from '#harness'

control(
  'Every node is running and ready, waits for nothing, and finds no fault with itself',
  {
    statement: 'TG-72',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13'],
    remedy:
      'Read what it waits for: `talosctl -n <node> get machinestatus -o yaml` and `talosctl -n <node> get diagnostics`.',
  },
  ({ host, need }) => {
    const { host: asked, nodes } = need('talos')
    const { talosDiagnostics, talosMachines } = host(asked)
    all(
      () =>
        every(nodes, 'is running and ready', ({ name }) => {
          const { isReady, stage, unmet } = the(
            talosMachines,
            `machine ${name}`,
            ({ node }) => node === name,
          )
          return stage === 'running' && isReady && unmet.length === 0
        }),
      () => none(talosDiagnostics, 'is a fault that a node finds with itself', () => true),
    )
  },
)
