import { all, control, every, none, the, type Views } from '#harness'

type Rule = Views['lab']['auditPolicy']['rules'][number]

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection']

/** What has to be recorded, as a request would have it. */
const WATCHED = [
  ...WRITES.flatMap((verb) => [
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
  ...['get', 'list', 'watch', ...WRITES].map((verb) => ({ verb, group: '', resource: 'secrets' })),
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

const hasVerb = ({ verbs }: Rule, verb: string): boolean =>
  verbs.length === 0 || verbs.includes(verb) || verbs.includes('*')

const recordsAll = (rule: Rule): boolean =>
  rule.level !== 'None' &&
  [rule.groups, rule.namespaces, rule.resources, rule.urls, rule.users, rule.verbs].every(
    (some) => some.length === 0,
  )

/** The lease of a leader, which it renews every two seconds. */
const isRenewal = ({ resources, users, verbs }: Rule): boolean =>
  users.length > 0 &&
  verbs.length > 0 &&
  verbs.every((verb) => verb === 'get' || verb === 'update') &&
  resources.length > 0 &&
  resources.every((one) => one.group === 'coordination.k8s.io' && one.resources.join() === 'leases')

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
    all(
      () =>
        every(WATCHED, `is recorded by ${path}`, ({ group, resource, verb }) => {
          const decides = the(
            rules
              .filter(
                (rule) =>
                  hasVerb(rule, verb) &&
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
        }),
      // Those below a rule that records whatever comes have no say in it.
      () =>
        none(
          rules.filter((_, at) => !rules.slice(0, at).some(recordsAll)),
          'keeps changes out of the log',
          (rule) =>
            rule.level === 'None' &&
            rule.urls.length === 0 &&
            WRITES.some((verb) => hasVerb(rule, verb)) &&
            !isRenewal(rule),
        ),
    )
  },
)
