import { all, control, every, the } from '#harness'

control(
  'The module for automation users takes a name and permissions, and gives a token that is kept secret',
  {
    statement: 'TG-123',
    impact: 'low',
    kind: 'configuration',
    standards: ['IA-5', 'CM-2'],
    remedy:
      'Restore the variable or output that is missing, and set `sensitive = true` on the token.',
  },
  ({ lab, parameter }) => {
    const module = the(
      lab.tofuCode,
      'the module',
      ({ folder }) => folder === 'tofu/infrastructure/modules/proxmox_automation_user',
    )
    const given = module.outputs.filter(({ value }) => value !== 'null' && value !== 'a literal')

    all(
      () =>
        every(parameter.words('p.tofu.automation_user_inputs'), 'is taken', (input) =>
          module.variables.some(({ name }) => name === input),
        ),
      () =>
        every(parameter.words('p.tofu.automation_user_outputs'), 'is given', (output) =>
          given.some(({ name }) => name === output),
        ),
      () =>
        every(
          given.filter(({ name }) => /token/.test(name)),
          'is sensitive',
          ({ isSensitive }) => isSensitive,
        ),
    )
  },
)
