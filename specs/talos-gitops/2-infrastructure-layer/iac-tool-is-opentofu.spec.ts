import { all, control, every, the } from '#harness'

control(
  'The code is run by OpenTofu, with providers from its registry',
  {
    statement: 'TG-21',
    impact: 'low',
    kind: 'configuration',
    standards: ['CM-7', 'CM-8'],
    remedy:
      'Call `tofu` in pipelines and scripts, and run `tofu init -upgrade` so that the lock names registry.opentofu.org.',
  },
  ({ lab, need }) =>
    all(
      () => every(lab.codeRuns, 'is a run of OpenTofu', ({ program }) => program === 'tofu'),
      () =>
        every(need('tofu').roots, 'takes its providers from the registry of OpenTofu', (root) => {
          const { locked = [] } = the(
            lab.tofuCode,
            `code in ${root}`,
            ({ folder }) => folder === root,
          )
          return (
            locked.length > 0 &&
            locked.every(({ address }) => address.startsWith('registry.opentofu.org/'))
          )
        }),
    ),
)
