import { cutMachine, procedure } from '#fixtures'
import { drill } from '#harness'

export default drill('When the worker is lost, pods are scheduled again as soon as it is back', {
  statement: 'TG-224',
  steadyState: [
    'one-healthy-worker-node',
    'stateless-apps-replicated',
    'app-paperless-serving',
    'app-open-webui-serving',
    'ingress-nginx-ready',
    'longhorn-no-faulted-volume',
    'apiserver-ready',
    'etcd-healthy',
    'cp-components-leases-fresh',
  ],
  breaks: [
    'one-healthy-worker-node',
    'stateless-apps-replicated',
    'app-paperless-serving',
    'app-open-webui-serving',
    'ingress-nginx-ready',
  ],
  holds: ['apiserver-ready', 'etcd-healthy', 'cp-components-leases-fresh'],
  method: cutMachine('pve', 102, [
    'ops',
    'lan',
    'kubernetes',
    'vault',
    'loki',
    'prometheus',
    'tracing',
    'alertmanager',
  ]),
  recover: procedure('start the machine at the hypervisor', 'worker-node-recovery', [
    ['pve', 'qm status 102'],
    ['pve', 'qm start 102'],
  ]),
  objective: 'p.drill.worker.rto',
  notOn: {
    containers: 'qemu: Talos boots a kernel of its own, and no kubelet runs in containers',
  },
})
