import { all, control, none, that } from '#harness'

control(
  'What is deployed is committed, and the remote has it',
  {
    statement: 'TG-32',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-5'],
    remedy:
      'Commit and push what is pending in the checkout on the management host, and undo `git update-index --assume-unchanged`.',
  },
  ({ host, need }) => {
    const { deployCheckout, codeHistory } = host(need('tofu').host)
    const { ahead, dirty, hidden, upstream } = deployCheckout

    all(
      () => none(dirty, 'is changed and not committed', () => true),
      () => none(hidden, 'is kept from git', () => true),
      () =>
        that(
          upstream === `origin/${codeHistory.defaultBranch}` && ahead === 0,
          'nothing waits to be pushed to the default branch',
          { upstream, ahead },
        ),
      () =>
        that(codeHistory.isInRemote, 'the remote has the commit that is deployed', {
          head: deployCheckout.head,
          remote: codeHistory.remoteHead,
        }),
    )
  },
)
