import { control, every, saw } from '#harness'

control(
  'Certificates of the applications are issued by Vault',
  {
    statement: 'TG-42',
    impact: 'low',
    kind: 'secrets',
    strength: 'optional',
    standards: ['SC-17', 'SC-12'],
    remedy:
      'Let cert-manager ask a ClusterIssuer of kind `vault`, and name it at the Ingress; hosts with public certificates are named in p.tls.public_hosts.',
  },
  ({ lab, parameter }) =>
    every(
      lab.kubeIngresses,
      'has its certificate from Vault',
      ({ issuer, paths }) =>
        // Its hosts, and not those that it names for TLS: without a name one certificate is for all.
        (paths.length > 0 &&
          paths.every(({ host }) => parameter.words('p.tls.public_hosts').includes(host))) ||
        saw(
          lab.certificateIssuers,
          ({ name, kind, isReady }) => name === issuer && kind === 'vault' && isReady,
        ),
      ({ issuer, name, namespace }) => ({ namespace, name, issuer }),
    ),
)
