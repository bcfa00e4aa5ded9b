import { ageWhenSeen, control, every, the } from '#harness'

control(
  'Scheduler and controller manager have renewed their leases just now',
  {
    statement: 'TG-73',
    impact: 'critical',
    kind: 'observability',
    standards: ['SI-13', 'CA-7'],
    remedy:
      'Look for the pod that leads (`kubectl -n kube-system get lease kube-scheduler kube-controller-manager`) and its log: `talosctl -n <control plane> logs -k kube-system/<pod>`.',
  },
  (views) =>
    every(['kube-scheduler', 'kube-controller-manager'], 'shows signs of life', (name) => {
      const lease = the(
        views.lab.kubeLeases,
        `lease kube-system/${name}`,
        (one) => one.namespace === 'kube-system' && one.name === name,
      )
      const age = ageWhenSeen(views, 'kubeLeases', lease.renewedAt)
      return lease.holder !== '' && Math.abs(age) <= views.parameter.seconds('p.cp.lease_max_age')
    }),
)
