import { all, control, every, none, selects, that } from '#harness'

control(
  'Cilium drops what policies do not allow: enforcement is on, and audit mode is off',
  {
    statement: 'TG-189',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'CIS-K8S-5.3.1'],
    remedy:
      'Set `policyEnforcementMode: default` and `policyAuditMode: false` in the values of Cilium’s chart, and restart the agents: `kubectl -n kube-system rollout restart ds/cilium`.',
  },
  ({ ageSeconds, lab }) => {
    const { changedAt, settings } = lab.ciliumConfig
    all(
      () =>
        that(
          ['default', 'always'].includes(settings['enable-policy'] ?? 'default'),
          'policies are enforced',
          { 'enable-policy': settings['enable-policy'] },
        ),
      () =>
        none(
          [
            { key: 'policy-audit-mode', off: 'true' },
            { key: 'enable-k8s-networkpolicy', off: 'false' },
          ],
          'takes the force from policies',
          ({ key, off }) => settings[key] === off,
        ),
      () => {
        const hidden = ['disable-endpoint-crd', 'enable-cilium-endpoint-slice'].find(
          (key) => settings[key] === 'true',
        )
        const { because, complete, items } = lab.ciliumEndpoints
        every(
          {
            items,
            complete: complete && hidden === undefined,
            because: because ?? `${hidden} is set: Cilium does not show what it enforces`,
          },
          'enforces the policies that select it',
          ({ enforces, labels, namespace }) =>
            lab.ciliumPolicies.items
              .filter((policy) => (policy.namespace ?? namespace) === namespace)
              .flatMap(({ rules }) => rules)
              .filter(
                ({ endpoints }) =>
                  endpoints &&
                  selects(endpoints, { ...labels, 'io.kubernetes.pod.namespace': namespace }),
              )
              .every(
                ({ denies, egress, ingress }) =>
                  (!ingress || denies.ingress === false || enforces.ingress) &&
                  (!egress || denies.egress === false || enforces.egress),
              ) &&
            lab.networkPolicies.items
              .filter((policy) => policy.namespace === namespace && selects(policy.pods, labels))
              .every(
                ({ covers }) =>
                  (!covers.includes('Ingress') || enforces.ingress) &&
                  (!covers.includes('Egress') || enforces.egress),
              ),
        )
      },
      () => {
        const { items, ...look } = lab.kubePods
        const because = 'nobody noted when cilium-config was last changed'
        every(
          changedAt === undefined
            ? { items: [], complete: false, because }
            : { ...look, items: items.filter((pod) => pod.labels['k8s-app'] === 'cilium') },
          'was started after its settings were last changed',
          ({ startedAt = '' }) => ageSeconds(startedAt) <= ageSeconds(changedAt ?? ''),
        )
      },
    )
  },
)
