import { selects, type Views } from '#harness'

type Endpoint = Views['lab']['ciliumEndpoints']['items'][number]

/** Whether any policy, of either kind, asks that this endpoint drops what no rule allows. */
export function wantedOf({ lab }: Pick<Views, 'lab'>, { labels, namespace }: Endpoint) {
  const rules = lab.ciliumPolicies.items
    .filter((policy) => (policy.namespace ?? namespace) === namespace)
    .flatMap((policy) => policy.rules)
    .filter(
      ({ endpoints }) =>
        endpoints && selects(endpoints, { ...labels, 'io.kubernetes.pod.namespace': namespace }),
    )
  const covers = lab.networkPolicies.items
    .filter((policy) => policy.namespace === namespace && selects(policy.pods, labels))
    .flatMap((policy) => policy.covers)
  return {
    ingress:
      covers.includes('Ingress') ||
      rules.some(({ denies, ingress }) => ingress && denies.ingress !== false),
    egress:
      covers.includes('Egress') ||
      rules.some(({ denies, egress }) => egress && denies.egress !== false),
  }
}
