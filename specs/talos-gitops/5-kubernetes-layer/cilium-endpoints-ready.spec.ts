import { all, control, every, saw } from '#harness'

control(
  'Every pod on the pod network is an endpoint of Cilium that is ready',
  {
    statement: 'TG-75',
    impact: 'high',
    kind: 'topology',
    standards: ['SC-7', 'CM-8'],
    remedy:
      'Restart the pod that Cilium does not know or that has another address: it was started before the agent, and no policy holds for it.',
  },
  ({ lab }) => {
    const { items, ...look } = lab.kubePods
    const pods = items.filter(
      ({ phase, hostNetwork, isTerminating }) =>
        phase === 'Running' && !hostNetwork && !isTerminating,
    )
    all(
      () =>
        every(
          { ...look, items: pods },
          'is an endpoint with the same address',
          (pod) =>
            saw(
              lab.ciliumEndpoints,
              (endpoint) =>
                endpoint.namespace === pod.namespace &&
                endpoint.name === pod.name &&
                pod.ip !== undefined &&
                endpoint.addresses.includes(pod.ip),
            ),
          ({ ip, name, namespace }) => ({ namespace, name, ip }),
        ),
      () =>
        every(
          lab.ciliumEndpoints,
          'is ready, and of a pod that runs',
          (endpoint) =>
            endpoint.state === 'ready' &&
            items.some((pod) => pod.namespace === endpoint.namespace && pod.name === endpoint.name),
          ({ addresses, name, namespace, state }) => ({ namespace, name, state, addresses }),
        ),
    )
  },
)
