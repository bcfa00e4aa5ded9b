import { control, every, the } from '#harness'

control(
  'What is meant to scale by itself has an autoscaler that works',
  {
    statement: 'TG-87',
    impact: 'low',
    strength: 'optional',
    kind: 'configuration',
    standards: ['SC-5(2)'],
    remedy:
      'Look at `kubectl -n <namespace> describe hpa <name>`: ScalingActive is False without metrics-server, or where containers request no CPU.',
    subject: 'autoscaling',
  },
  ({ lab, parameter }) =>
    every(parameter.words('p.apps.autoscaled'), 'has an autoscaler that works', (declared) => {
      const scaler = the(
        lab.kubeAutoscalers,
        `autoscaler of ${declared}`,
        ({ namespace, target }) =>
          target.startsWith('Deployment/') &&
          `${namespace}/${target.slice('Deployment/'.length)}` === declared,
      )
      const isTrue = (wanted: string) =>
        scaler.conditions.some(({ type, status }) => type === wanted && status === 'True')
      return (
        isTrue('AbleToScale') &&
        isTrue('ScalingActive') &&
        scaler.most <= parameter.number('p.apps.max_replicas')
      )
    }),
)
