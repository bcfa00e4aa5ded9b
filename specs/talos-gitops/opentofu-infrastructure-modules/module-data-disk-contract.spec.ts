import { all, control, every, the } from '#harness'

control(
  'The module for data disks takes a name, a size and a tier, and gives a disk and its pool',
  {
    statement: 'TG-120',
    impact: 'low',
    kind: 'configuration',
    standards: ['SA-5', 'CM-2'],
    remedy: 'Restore the variable or output that is missing, and let it refer to the resource.',
  },
  ({ lab, parameter }) => {
    const module = the(
      lab.tofuCode,
      'the module',
      ({ folder }) => folder === 'tofu/infrastructure/modules/data_disk_vm',
    )
    const given = module.outputs.filter(({ value }) => value !== 'null' && value !== 'a literal')

    all(
      () =>
        every(parameter.words('p.tofu.data_disk_inputs'), 'is taken', (input) =>
          module.variables.some(({ name }) => name === input),
        ),
      () =>
        every(parameter.words('p.tofu.data_disk_outputs'), 'is given', (output) =>
          given.some(({ name }) => name === output),
        ),
    )
  },
)
