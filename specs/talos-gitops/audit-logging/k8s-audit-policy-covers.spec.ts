import { control, every, the } from '#harness'

/** What has to be recorded, as a request would have it. */
const WATCHED = [
  ...['create', 'update', 'patch', 'delete', 'deletecollection'].flatMap((verb) => [
    { verb, group: 'apps', resource: 'deployments' },
    { verb, group: 'apps', resource: 'daemonsets' },
    { verb, group: 'networking.k8s.io', resource: 'networkpolicies' },
    { verb, group: '', resource: 'pods' },
    { verb, group: '', resource: 'configmaps' },
    // One that no rule can name: somebody adds an API of his own.
    { verb, group: 'example.com', resource: 'anything' },
  ]),
  ...['get', 'create'].map((verb) => ({ verb, group: '', resource: 'pods/exec' })),
  { verb: 'create', group: '', resource: 'serviceaccounts/token' },
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'].map(
    (verb) => ({ verb, group: '', resource: 'secrets' }),
  ),
  ...['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'].flatMap((resource) =>
    ['create', 'update', 'patch', 'delete'].map((verb) => ({
      verb,
      group: 'rbac.authorization.k8s.io',
      resource,
    })),
  ),
]

// `pods` is not `pods/exec`; a `*` on either side of the slash is.
const fits = (name: string, resource: string): boolean =>
  name === '*' ||
  name === resource ||
  (resource.includes('/') &&
    [`${resource.split('/')[0]}/*`, `*/${resource.split('/')[1]}`].includes(name))

control(
  'The audit policy records every change, every use of a secret and every change of rights',
  {
    statement: 'TG-51',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-2', 'AU-3', 'CIS-K8S-3.2.1', 'CIS-K8S-3.2.2'],
    remedy:
      'Leave `cluster.apiServer.auditPolicy` with one catch-all rule of level Metadata, or put rules of level None below the ones that record.',
  },
  ({ lab }) => {
    const { path, rules } = lab.auditPolicy
    every(WATCHED, `is recorded by ${path}`, ({ group, resource, verb }) => {
      const decides = the(
        rules
          .filter(
            (rule) =>
              (rule.verbs.length === 0 || rule.verbs.includes(verb) || rule.verbs.includes('*')) &&
              rule.urls.length === 0 &&
              (rule.resources.length === 0 ||
                rule.resources.some(
                  (one) =>
                    one.group === group &&
                    (one.resources.length === 0 ||
                      one.resources.some((name) => fits(name, resource))),
                )),
          )
          // One about some users, namespaces or objects decides for them only; it must not be the one that hides.
          .filter(
            ({ groups, level, namespaces, resources, users }) =>
              level === 'None' ||
              [groups, namespaces, users, ...resources.map(({ names }) => names)].every(
                (some) => some.length === 0,
              ),
          )
          .slice(0, 1),
        `rule for ${verb} of ${resource}`,
        () => true,
      )
      return decides.level !== 'None' && !decides.omitted.includes('ResponseComplete')
    })
  },
)
