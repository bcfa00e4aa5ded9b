import { all, control, every, that, the } from '#harness'

control(
  'The features of Cilium that make it a service mesh are switched on, and its proxy runs',
  {
    statement: 'TG-191',
    impact: 'low',
    strength: 'optional',
    kind: 'configuration',
    standards: ['SC-7', 'SC-8'],
    remedy:
      'Set the switch in the values of Cilium’s chart and let ArgoCD apply it; where no mesh is meant, declare `absent: { service-mesh: why }`.',
    subject: 'service-mesh',
  },
  ({ lab, parameter }) =>
    all(
      () =>
        every(
          parameter.words('p.mesh.features'),
          'is switched on',
          (feature) => lab.ciliumConfig.settings[feature] === 'true',
        ),
      () => {
        const { desired, isObserved, ready } = the(
          lab.kubeWorkloads,
          'workload kube-system/cilium-envoy',
          ({ name, namespace }) => namespace === 'kube-system' && name === 'cilium-envoy',
        )
        that(isObserved && desired > 0 && ready === desired, 'the proxy runs on every node', {
          desired,
          ready,
        })
      },
    ),
)
