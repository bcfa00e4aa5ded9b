import { all, control, every, that, the } from '#harness'

control(
  'The module for servers takes what a machine is made of, gives its id and address, and knows cloud-init',
  {
    statement: 'TG-122',
    impact: 'low',
    kind: 'configuration',
    standards: ['SA-5', 'CM-2'],
    remedy:
      'Restore the variable, output or `initialization` block that is missing; an address comes from the guest’s agent.',
  },
  ({ lab, parameter }) => {
    const module = the(
      lab.tofuCode,
      'the module',
      ({ folder }) => folder === 'tofu/infrastructure/modules/server',
    )
    const given = module.outputs.filter(({ value }) => value !== 'null' && value !== 'a literal')

    all(
      () =>
        every(parameter.words('p.tofu.server_inputs'), 'is taken', (input) =>
          module.variables.some(({ name }) => name === input),
        ),
      () =>
        every(parameter.words('p.tofu.server_outputs'), 'is given', (output) =>
          given.some(({ name }) => name === output),
        ),
      () =>
        every(
          given.filter(({ name }) => /ip/.test(name)),
          'is what the machine has, not what was asked for',
          ({ value }) => !value.startsWith('var.'),
        ),
      () =>
        that(
          module.resources.some(({ parts }) => parts.includes('initialization')),
          'it passes data to cloud-init',
          module.resources,
        ),
    )
  },
)
