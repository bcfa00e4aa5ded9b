import { control, every, the } from '#harness'

control(
  'Every policy of Cilium was accepted as valid',
  {
    statement: 'TG-189',
    impact: 'high',
    kind: 'isolation',
    standards: ['CM-6', 'SC-7'],
    remedy:
      'Read why it was not: `kubectl get cnp,ccnp -A -o wide`; correct the manifest, as nothing of an invalid policy is enforced.',
    subject: 'cilium-policies',
  },
  ({ lab }) =>
    every(
      lab.ciliumPolicies,
      'was accepted',
      ({ conditions }) => {
        const valid = conditions.filter(({ type }) => type === 'Valid')
        const because = 'Cilium before 1.16 does not say whether it accepted a policy'
        const { status } = the(
          { items: valid, complete: false, because },
          'condition Valid',
          () => true,
        )
        return status === 'True'
      },
      ({ conditions, name, namespace }) => ({ namespace, name, conditions }),
    ),
)
