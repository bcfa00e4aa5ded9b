import { all, control, every, none } from '#harness'

control(
  'The code parses, is formatted and is valid',
  {
    statement: 'TG-31',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-3', 'SA-11'],
    remedy: 'Run `tofu fmt -recursive` and `tofu validate` in the root that is named.',
  },
  ({ host, need }) => {
    const { roots, unformatted } = host(need('tofu').host).tofuChecks

    all(
      () => every(roots, 'is valid', ({ isValid }) => isValid),
      () => none(unformatted, 'is not formatted', () => true),
    )
  },
)
