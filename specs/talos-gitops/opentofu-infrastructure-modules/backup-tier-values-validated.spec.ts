import { control, known, that, the } from '#harness'

/** What a condition lets through; one that is written otherwise is not understood. */
function accepts(condition: string, variable: string): readonly number[] {
  const [, values] =
    new RegExp(String.raw`^contains\(\[([\d\s,]+)\],\s*var\.${variable}\)$`).exec(condition) ?? []
  known(
    values !== undefined,
    `nobody can tell what "${condition}" accepts: write it with contains()`,
  )
  return values.split(',').map(Number).sort()
}

control(
  'A data disk can be given tier 1, 2, 3 or 4 and nothing else',
  {
    statement: 'TG-120',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-6', 'CP-9'],
    remedy:
      'Give the variable `validation { condition = contains([1, 2, 3, 4], var.backup_tier) … }`.',
  },
  ({ lab }) => {
    const { variables } = the(
      lab.tofuCode,
      'the module',
      ({ folder }) => folder === 'tofu/infrastructure/modules/data_disk_vm',
    )
    const { name, conditions } = the(variables, 'variable of the tier', (one) =>
      /tier/.test(one.name),
    )

    that(
      conditions.some((condition) => accepts(condition, name).join() === '1,2,3,4'),
      'the tier is validated as 1 to 4',
      { name, conditions },
    )
  },
)
