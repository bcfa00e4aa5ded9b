import { all, control, every, none, that } from '#harness'
import { wholly } from '../looks.ts'
import { wantedOf } from './wanted.ts'

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
  (views) => {
    const { ageSeconds, lab } = views
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
            { key: 'enable-cilium-network-policy', off: 'false' },
            { key: 'enable-cilium-clusterwide-network-policy', off: 'false' },
          ],
          'takes the force from policies',
          ({ key, off }) => settings[key] === off,
        ),
      () => {
        const hidden = ['disable-endpoint-crd', 'enable-cilium-endpoint-slice'].find(
          (key) => settings[key] === 'true',
        )
        const look = {
          complete: hidden === undefined,
          because: `${hidden} is set: Cilium does not show what it enforces`,
        }
        every(
          {
            items: lab.ciliumEndpoints.items.map((endpoint) => ({
              namespace: endpoint.namespace,
              pod: endpoint.name,
              enforces: endpoint.enforces,
              wanted: wantedOf(views, endpoint),
            })),
            ...wholly(look, lab.ciliumEndpoints, lab.ciliumPolicies, lab.networkPolicies),
          },
          'enforces the policies that select it',
          ({ enforces, wanted }) =>
            (enforces.ingress || !wanted.ingress) && (enforces.egress || !wanted.egress),
        )
      },
      () => {
        const { items, ...look } = lab.kubePods
        const because = 'nobody noted when cilium-config was last changed'
        every(
          changedAt === undefined
            ? { items: [], complete: false, because }
            : {
                ...look,
                items: items.flatMap(({ labels, name, startedAt = '' }) =>
                  labels['k8s-app'] === 'cilium' ? [{ pod: name, startedAt }] : [],
                ),
              },
          'was started after its settings were last changed',
          ({ startedAt }) => ageSeconds(startedAt) <= ageSeconds(changedAt ?? ''),
        )
      },
    )
  },
)
