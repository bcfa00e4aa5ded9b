import { all, control, none, that } from '#harness'

/** Names of variables whose values are secrets; a path of a file, a name or a URL is none. */
const NAMED = /(PASS(WORD|WD)?|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)$/i

control(
  'Applications have their secrets from Vault, not from their declaration',
  {
    statement: 'TG-42',
    impact: 'high',
    kind: 'secrets',
    standards: ['IA-5(7)', 'SC-28'],
    remedy:
      'Move the value into Vault and ask for it by annotation; what has to be a Secret object is named in p.vault.k8s_secret_allow.',
  },
  ({ lab, need, parameter }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)
    const allowed = parameter.words('p.vault.k8s_secret_allow')
    const pods = lab.kubePods.items.filter(({ namespace }) => homes.includes(namespace))
    const look = <T>(of: (pod: (typeof pods)[number]) => readonly T[]) => ({
      ...lab.kubePods,
      items: pods.flatMap((pod) =>
        of(pod).map((one) => ({
          pod: `${pod.namespace}/${pod.name}`,
          namespace: pod.namespace,
          one,
        })),
      ),
    })

    all(
      () => that(pods.length > 0, 'applications run', { homes }),
      () =>
        none(
          look(({ containers }) => containers.flatMap(({ env }) => env)),
          'holds a secret in its declaration',
          ({ one }) =>
            // A ConfigMap is as open as the declaration.
            ['value', 'configMap'].includes(one.from) &&
            (one.looksSecret === true || NAMED.test(one.name)),
        ),
      () =>
        none(
          look(({ containers }) => containers.flatMap(({ exposes }) => exposes)),
          'is given a secret as an option of its program',
          () => true,
        ),
      () =>
        none(
          look(({ containers, volumes }) => [
            ...containers.flatMap(({ env, envFrom }) =>
              [...env, ...envFrom].filter(({ from }) => from === 'secret').map(({ ref }) => ref),
            ),
            ...volumes.filter(({ kind }) => kind === 'secret').map(({ ref }) => ref),
            ...volumes.flatMap(({ secrets = [] }) => secrets),
          ]),
          'takes a Secret that is not named',
          ({ namespace, one }) => !allowed.includes(`${namespace}/${one}`),
        ),
    )
  },
)
