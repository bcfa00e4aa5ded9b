import { all, control, every, none } from '#harness'

control(
  'No file of secrets is or was tracked, and every one is ignored',
  {
    statement: 'LA-61',
    impact: 'critical',
    kind: 'secrets',
    standards: ['IA-5(7)', 'CM-3', 'SC-28', 'CIS-3.3', 'CIS-16.4'],
    remedy:
      'Take the file out of every commit (`git filter-repo`), replace what stood in it, and add `.env` to .gitignore.',
  },
  ({ host, lab, need }) => {
    const { deployHost, envFiles } = need('iac')
    const { isShallow, commits, telling, ignored } = host(deployHost).repositoryHistory
    const because = isShallow
      ? 'older commits are missing in the checkout'
      : 'there is no commit to look at'

    all(
      () =>
        none(
          {
            items: telling.map((path) => ({ path })),
            complete: !isShallow && commits > 0,
            because,
          },
          'is a file of variables that was tracked',
          ({ path }) =>
            /(^|\/)(\.env([._-][\w.-]+)*|\.envrc|[^/]*\.env|env|env\.list)$/.test(path) &&
            !/\.(example|template|sample|dist)$/.test(path),
        ),
      () =>
        none(
          lab.envTemplates.map(({ path, filled }) => ({ path, filled })),
          'is a template with real values, or no template',
          ({ path, filled }) =>
            filled.length > 0 || !/\.(example|template|sample|dist)$/.test(path),
        ),
      () =>
        every(
          envFiles.map(({ template }) => ({ path: template.replace(/[^/]*$/, '.env') })),
          'is ignored',
          ({ path }) => ignored.includes(path),
        ),
    )
  },
)
