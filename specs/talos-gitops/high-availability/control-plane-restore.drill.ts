import { keepDisks, procedure, together, wipeNode } from '#fixtures'
import { drill } from '#harness'

const NODE = '10.20.30.10'

export default drill(
  'A control plane that lost its etcd is restored from the snapshot that is kept',
  {
    statement: 'TG-221',
    steadyState: [
      'talos-services-healthy',
      'etcd-healthy',
      'apiserver-ready',
      'one-healthy-control-plane-node',
      'cp-components-leases-fresh',
      'one-healthy-worker-node',
      'talos-etcd-backup-recent',
    ],
    breaks: ['talos-services-healthy'],
    hides: [
      'etcd-healthy',
      'apiserver-ready',
      'one-healthy-control-plane-node',
      'cp-components-leases-fresh',
      'one-healthy-worker-node',
    ],
    // What it is restored from must not be lost with it.
    holds: ['talos-etcd-backup-recent'],
    method: together(keepDisks('pve', 101), wipeNode('ops', NODE)),
    recover: procedure('bootstrap it from the newest snapshot', 'control-plane-restore', [
      [
        'ops',
        `talosctl -n ${NODE} bootstrap --recover-from="$(ls -t /srv/backups/etcd/*.snapshot | head -n 1)"`,
      ],
    ]),
    objective: 'p.drill.cp.rto',
    notOn: {
      containers:
        'qemu: Talos boots a kernel of its own; what etcd gives back is shown by etcd-restore',
    },
  },
)
