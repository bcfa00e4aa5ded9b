import { all, control, every, the } from '#harness'

/** No, in any of the spellings that the controller takes for it. */
const isOff = (value: string): boolean => /^(0|f|false)$/i.test(value)

control(
  'Every host of an Ingress is served over TLS, by a certificate of its own that is valid',
  {
    statement: 'TG-127',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'SC-17', 'CIS-3.10'],
    remedy:
      'Add the host to `spec.tls` with a secretName, and let cert-manager issue it: `kubectl -n <namespace> describe certificate <name>`.',
  },
  ({ lab, vantage }) => {
    const hosts = lab.kubeIngresses.items.flatMap(({ paths }) => paths.map(({ host }) => host))
    all(
      () =>
        every(
          lab.kubeIngresses,
          'has TLS for every host, and sends browsers there',
          ({ paths, settings, tls }) =>
            paths.length > 0 &&
            paths.every(({ host }) =>
              tls.some(({ hosts: named, secret }) => secret !== undefined && named.includes(host)),
            ) &&
            // What an Ingress leaves open the controller's own settings say.
            !isOff(settings['ssl-redirect'] ?? lab.ingressConfig['ssl-redirect'] ?? '') &&
            !isOff(settings['force-ssl-redirect'] ?? ''),
          ({ name, namespace, paths, tls }) => ({
            namespace,
            name,
            hosts: paths.map(({ host }) => host),
            tls,
          }),
        ),
      () =>
        every(
          { ...lab.kubeIngresses, items: [...new Set(hosts)] },
          'shows a certificate that is valid for it',
          (name) => {
            const answers = vantage('lan').entryAnswers.items.filter(
              ({ certificate: shown, host, status }) =>
                host === name && (shown !== undefined || status !== undefined),
            )
            const because = `nobody answers for ${name}, or kubernetes.routes names no page of it`
            const { certificate } = the(
              { items: answers.slice(0, 1), complete: false, because },
              `answer of ${name}`,
              () => true,
            )
            return certificate?.valid === true && !certificate.subject.includes('Fake Certificate')
          },
        ),
    )
  },
)
