import { saw, selects, the, type Views } from '#harness'

type Hook = Views['lab']['kubeWebhooks']['items'][number]

const means = (words: readonly string[], word: string): boolean =>
  words.includes('*') || words.includes(word)

/** Whether a webhook is asked about every new pod, whatever labels it has; labels are whatever their author likes. */
const isAskedForPods = ({ objects, onFailure, rules }: Hook): boolean =>
  onFailure === 'Fail' &&
  Object.keys(objects.labels).length === 0 &&
  objects.terms.length === 0 &&
  rules.some(
    ({ groups, operations, resources }) =>
      means(groups, '') && means(operations, 'CREATE') && means(resources, 'pods'),
  )

/** Whether a service is asked before any pod of some namespaces is taken, and none is while it does not answer. */
export const guards = ({ lab }: Views, service: string, namespaces: readonly string[]): boolean =>
  namespaces.every((namespace) => {
    const { labels } = the(
      lab.kubeNamespaces,
      `namespace ${namespace}`,
      ({ name }) => name === namespace,
    )
    return saw(
      lab.kubeWebhooks,
      (hook) =>
        hook.service === service && isAskedForPods(hook) && selects(hook.namespaces, labels),
    )
  })
