import { all, control, every, that, the } from '#harness'

control(
  'The API server is ready and alive, and so is its etcd',
  {
    statement: 'TG-73',
    impact: 'critical',
    kind: 'topology',
    standards: ['SI-13', 'CP-10'],
    remedy:
      'Ask it: `kubectl get --raw "/readyz?verbose"`; a line with [-] names the part. For etcd: `talosctl -n <control plane> etcd status`.',
  },
  ({ lab }) => {
    const { ready, live } = lab.kubeReadiness
    all(
      () => that(ready.status === 200, 'the API server is ready', ready),
      () => that(live.status === 200, 'the API server is alive', live),
      () => every([...ready.parts, ...live.parts], 'is well', ({ isOk }) => isOk),
      () => the(ready.parts, 'part about etcd', ({ name }) => name === 'etcd'),
    )
  },
)
