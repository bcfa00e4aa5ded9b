import { all, control, every, saw } from '#harness'
import { placed } from '../shown.ts'

control(
  'Behind every service that selects pods there is one that is ready',
  {
    statement: 'TG-88',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13'],
    remedy:
      'Compare the selector with the labels of the pods (`kubectl -n <namespace> get endpointslices,pods --show-labels`); a service that may be idle goes into p.services.idle.',
  },
  ({ lab, parameter }) => {
    const idle = parameter.words('p.services.idle')
    const { items, ...look } = lab.kubeServices
    const services = items.filter(
      ({ name, namespace, selector }) =>
        Object.keys(selector).length > 0 && !idle.includes(`${namespace}/${name}`),
    )
    all(
      () =>
        every(
          { ...look, items: services },
          'leads to a pod that is ready',
          ({ name, namespace }) =>
            saw(
              lab.kubeEndpoints,
              (slice) =>
                slice.namespace === namespace &&
                slice.service === name &&
                slice.endpoints.some(({ isReady }) => isReady),
            ),
          ({ name, namespace, selector }) => ({ namespace, name, selector }),
        ),
      () =>
        every(
          { ...look, items: services },
          'does not call a pod ready before it is',
          ({ clusterIp, publishesNotReady }) => !publishesNotReady || clusterIp === 'None',
          placed,
        ),
    )
  },
)
