import { all, control, that, the } from '#harness'

control(
  'Changes reach the default branch by merge or signed, and the branch is protected',
  {
    statement: 'TG-137',
    impact: 'medium',
    kind: 'configuration',
    strength: 'target',
    standards: ['CM-3', 'CM-5', 'AU-10'],
    remedy:
      'Protect the branch at the forge, and let changes come by pull request or sign them with `git config commit.gpgsign true`.',
  },
  ({ host, lab, need, parameter }) => {
    const { commits, defaultBranch, remoteHead } = host(need('tofu').host).codeHistory
    const { branch, isProtected } = lab.branchProtection
    const good = commits.filter(({ signature, parents }) => signature === 'G' || parents > 1)

    all(
      () =>
        that(
          isProtected && branch === defaultBranch,
          'the default branch is protected',
          lab.branchProtection,
        ),
      () => {
        // A checkout that has not fetched lately does not have the changes that count.
        the(
          {
            items: commits,
            complete: false,
            because: 'the checkout was not fetched, or nothing was changed in the last 90 days',
          },
          'commit that the remote has',
          ({ id }) => id === remoteHead,
        )
        that(
          good.length / commits.length >= parameter.number('p.git.reviewed_ratio'),
          'enough of the changes were merged or signed',
          { good: good.length, of: commits.length },
        )
      },
    )
  },
)
