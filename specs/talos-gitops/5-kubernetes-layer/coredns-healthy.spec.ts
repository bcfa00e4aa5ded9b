import { all, control, every, saw, that, the } from '#harness'

control(
  'CoreDNS is available, and a pod finds the API server by its name',
  {
    statement: 'TG-76',
    impact: 'critical',
    kind: 'topology',
    standards: ['SC-20', 'SC-22'],
    remedy:
      'Look at its pods and its service: `kubectl -n kube-system get pods -l k8s-app=kube-dns` and `kubectl -n kube-system get endpointslices -l kubernetes.io/service-name=kube-dns`; then resolve the name from a pod.',
  },
  ({ lab, vantage }) =>
    all(
      () => {
        const { available, desired, isObserved } = the(
          lab.kubeWorkloads,
          'workload kube-system/coredns',
          ({ name, namespace }) => namespace === 'kube-system' && name === 'coredns',
        )
        that(isObserved && available === desired && desired >= 1, 'every replica is available', {
          available,
          desired,
        })
      },
      () => {
        const { items, ...look } = lab.kubeEndpoints
        const slices = items.filter(
          ({ namespace, service }) => namespace === 'kube-system' && service === 'kube-dns',
        )
        every([''], 'leads to a CoreDNS that is ready', () =>
          saw({ ...look, items: slices }, ({ endpoints }) =>
            endpoints.some(({ isReady }) => isReady),
          ),
        )
      },
      () => {
        const { clusterIp = '' } = the(
          lab.kubeServices,
          'service default/kubernetes',
          ({ name, namespace }) => namespace === 'default' && name === 'kubernetes',
        )
        const { addresses } = the(
          vantage('lan').podLooks.names,
          'answer about kubernetes.default',
          ({ name }) => name === 'kubernetes.default.svc.cluster.local',
        )
        that(addresses.includes(clusterIp), 'a pod finds the API server by its name', {
          addresses,
          clusterIp,
        })
      },
    ),
)
