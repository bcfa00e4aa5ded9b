import { all, control, that } from '#harness'

control(
  'Vault encrypts what it stores, by a barrier that is AES-256',
  {
    statement: 'TG-49',
    impact: 'high',
    kind: 'secrets',
    standards: ['SC-28(1)', 'SC-13', 'CIS-3.11'],
    remedy:
      'Run a release whose barrier is known (p.vault.known_barrier), and rotate its key with `vault operator rotate` so that it is in use.',
  },
  ({ lab, parameter }) => {
    const { version } = lab.vaultHealth
    const { encryptions, term } = lab.vaultKey

    all(
      // No API names the cipher: it is that of the product, in every release that is listed.
      () =>
        that(
          parameter.words('p.vault.known_barrier').some((release) => version.startsWith(release)),
          'it is a release whose barrier is AES-256-GCM',
          { version },
        ),
      () =>
        that(term >= 1 && encryptions > 0, 'the key of the barrier is in use', {
          term,
          encryptions,
        }),
    )
  },
)
