import { control, every, the } from '#harness'

control(
  'Each namespace of an application enforces the baseline standard for pods, or a stricter one',
  {
    statement: 'TG-202',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-7', 'AC-6'],
    remedy:
      'Label the namespace with `pod-security.kubernetes.io/enforce: baseline` or `restricted`; `warn` and `audit` hold nobody back.',
  },
  ({ lab, need }) =>
    every(
      need('kubernetes').applications.map(({ namespace }) => ({
        namespace,
        enforced: the(
          lab.kubeNamespaces,
          `namespace ${namespace}`,
          ({ name }) => name === namespace,
        ).labels['pod-security.kubernetes.io/enforce'],
      })),
      'enforces it',
      ({ enforced }) => enforced === 'baseline' || enforced === 'restricted',
    ),
)
