import { procedure, run } from '#fixtures'
import { drill } from '#harness'

const NODE = 'talos-cp-1'
const KEYS = '/system/secrets/kubernetes/kube-apiserver'
const ETCDCTL = `timeout 60 etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/plumbline/ca.pem --cert=${KEYS}/etcd-client.crt --key=${KEYS}/etcd-client.key`
const PEER = 'https://10.20.30.10:2380'

export default drill(
  'A cluster whose etcd lost its data has every object again once it is restored from a snapshot',
  {
    statement: 'TG-221',
    steadyState: [
      'apiserver-ready',
      'cp-components-leases-fresh',
      'one-healthy-worker-node',
      'resource-quotas-in-app-namespaces',
      'netpol-default-deny-ingress',
    ],
    breaks: [],
    hides: [
      'apiserver-ready',
      'cp-components-leases-fresh',
      'one-healthy-worker-node',
      'resource-quotas-in-app-namespaces',
      'netpol-default-deny-ingress',
    ],
    prepare: run(NODE, {
      inject: `mkdir -p /srv/etcd && ${ETCDCTL} snapshot save /srv/etcd/drill.snapshot`,
      undo: 'rm -rf /srv/etcd',
    }),
    method: run(NODE, {
      inject: 'systemctl stop kube-apiserver etcd && mv /var/lib/etcd /var/lib/etcd.lost',
      undo: '[ ! -d /var/lib/etcd.lost ] || { systemctl stop kube-apiserver etcd && rm -rf /var/lib/etcd && mv /var/lib/etcd.lost /var/lib/etcd; } && systemctl start etcd kube-apiserver',
    }),
    recover: procedure(
      'restore the newest snapshot, and start etcd on it',
      'control-plane-restore',
      [
        [
          NODE,
          `etcdutl snapshot restore /srv/etcd/drill.snapshot --data-dir=/var/lib/etcd --name=${NODE} --initial-cluster=${NODE}=${PEER} --initial-advertise-peer-urls=${PEER}`,
        ],
        [NODE, 'systemctl start etcd kube-apiserver'],
      ],
    ),
    objective: 'p.drill.cp.rto',
    notOn: { live: 'Talos keeps its etcd to itself: see control-plane-restore' },
  },
)
