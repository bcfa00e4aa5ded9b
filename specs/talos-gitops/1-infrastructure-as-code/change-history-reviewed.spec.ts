import { all, control, that, Unverifiable } from '#harness'

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
    const { commits, defaultBranch } = host(need('tofu').host).codeHistory
    const { branch, isProtected } = lab.branchProtection
    if (commits.length === 0) throw new Unverifiable('nothing was changed in the last 90 days')
    const good = commits.filter(({ signature, parents }) => signature === 'G' || parents > 1)

    all(
      () =>
        that(
          isProtected && branch === defaultBranch,
          'the default branch is protected',
          lab.branchProtection,
        ),
      () =>
        that(
          good.length / commits.length >= parameter.number('p.git.reviewed_ratio'),
          'enough of the changes were merged or signed',
          { good: good.length, of: commits.length },
        ),
    )
  },
)
