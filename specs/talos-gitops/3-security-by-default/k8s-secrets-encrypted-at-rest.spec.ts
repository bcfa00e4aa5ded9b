import { all, control, every, that } from '#harness'

control(
  'Secrets of Kubernetes are encrypted before etcd keeps them',
  {
    statement: 'TG-144',
    impact: 'high',
    kind: 'secrets',
    standards: ['SC-28(1)'],
    remedy:
      'Set `secretboxEncryptionSecret` in the machine configuration, and write every secret again: `kubectl get secrets -A -o json | kubectl replace -f -`.',
  },
  ({ lab }) =>
    all(
      () =>
        every(
          {
            ...lab.apiServerFlags,
            items: lab.apiServerFlags.items.map(({ pod, flags }) => ({
              pod,
              config: flags['encryption-provider-config'],
            })),
          },
          'has providers of encryption',
          ({ config }) => config !== undefined && config !== '',
        ),
      () =>
        every(
          lab.secretEncryption.filter(({ count }) => count > 0),
          'was encrypted',
          ({ prefix }) => prefix.startsWith('k8s:enc:'),
        ),
      () =>
        that(
          lab.secretEncryption.some(
            ({ direction, count }) => direction === 'to_storage' && count > 0,
          ),
          'secrets were written',
          lab.secretEncryption,
        ),
    ),
)
