import { all, control, none } from '#harness'

control(
  'No revision of the repository holds a credential, key or state in plain',
  {
    statement: 'LA-61',
    impact: 'critical',
    kind: 'secrets',
    standards: ['IA-5(7)', 'SC-12', 'RA-5', 'CIS-16.4', 'CIS-3.11'],
    remedy:
      'Replace the secret first; then take it out of the history (`git filter-repo --replace-text`) and fetch the clones anew.',
  },
  ({ host, need }) => {
    const { deployHost } = need('iac')
    const { telling, isShallow, commits } = host(deployHost).repositoryHistory
    const because = 'older commits are missing in the checkout'

    all(
      () => none(host(deployHost).secretFindings, 'looks like a secret', () => true),
      () =>
        none(
          {
            items: telling.map((path) => ({ path })),
            complete: !isShallow && commits > 0,
            because,
          },
          'is a key, a state or a way into a cluster',
          ({ path }) =>
            /\.tfstate(\.|$)|(^|\/)kubeconfig$|(^|\/)id_(rsa|ed25519|ecdsa)$|\.(pem|key|p12|pfx)$/.test(
              path,
            ),
        ),
    )
  },
)
