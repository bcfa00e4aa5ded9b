import { control, every } from '#harness'
import { isClosed } from './policies.ts'

control(
  'Every application’s namespace refuses what nobody allowed in',
  {
    statement: 'TG-48',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-7(5)', 'AC-4', 'CIS-K8S-5.3.2'],
    remedy:
      'Add the policy `default-deny` (empty podSelector, policyTypes Ingress and Egress, no rules) to `kubernetes/apps/<application>/`, and take the rule away that opens everything.',
  },
  (views) =>
    every(
      views.need('kubernetes').applications,
      'refuses what nobody allowed in',
      ({ namespace }) => isClosed(views, namespace, 'ingress'),
    ),
)
