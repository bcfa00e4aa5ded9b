import { control, every, saw } from '#harness'

control(
  'The audit log of every control-plane node keeps growing',
  {
    statement: 'TG-51',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-12', 'AU-5'],
    remedy:
      'Look for a full disk (`talosctl -n <control plane> usage /var/log`), and at the flags of kube-apiserver.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const { items, ...look } = host(asked).talosAuditFiles
    const longest = parameter.seconds('p.audit.max_silence')
    every(
      nodes.filter(({ role }) => role === 'controlplane'),
      'writes its audit log',
      ({ name }) =>
        saw({ ...look, items }, ({ bytes, modifiedAt, node }) => {
          const age = ageSeconds(modifiedAt)
          return node === name && bytes > 0 && age <= longest && age >= -60
        }),
    )
  },
)
