import { all, control, that, the } from '#harness'

const PARTS = [
  { kind: 'DaemonSet', name: 'longhorn-manager' },
  { kind: 'DaemonSet', name: 'longhorn-csi-plugin' },
  { kind: 'Deployment', name: 'longhorn-driver-deployer' },
  { kind: 'Deployment', name: 'longhorn-ui' },
  { kind: 'Deployment', name: 'csi-attacher' },
  { kind: 'Deployment', name: 'csi-provisioner' },
  { kind: 'Deployment', name: 'csi-resizer' },
  { kind: 'Deployment', name: 'csi-snapshotter' },
]

control(
  'Longhorn’s manager, its CSI parts and its page are all running',
  {
    statement: 'TG-55',
    impact: 'critical',
    kind: 'storage',
    standards: ['SI-13', 'SC-5'],
    remedy:
      'See `kubectl -n longhorn-system get pods`; without its manager Longhorn shows volumes as they were last.',
  },
  ({ lab }) => {
    const workloadOf = ({ kind, name }: { readonly kind: string; readonly name: string }) => {
      const { available, desired, isObserved, ready } = the(
        lab.kubeWorkloads,
        `${kind} longhorn-system/${name}`,
        (one) => one.namespace === 'longhorn-system' && one.kind === kind && one.name === name,
      )
      return { kind, name, desired, ready, available, isObserved }
    }
    all(
      ...PARTS.map((part) => () => {
        const workload = workloadOf(part)
        that(
          workload.isObserved && workload.ready > 0 && workload.ready === workload.desired,
          'it is ready wherever it is meant to be',
          workload,
        )
      }),
    )
  },
)
