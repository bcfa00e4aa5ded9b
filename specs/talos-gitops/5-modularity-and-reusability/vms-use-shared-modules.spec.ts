import { control, every } from '#harness'

control(
  'Every VM is built from the shared modules',
  {
    statement: 'TG-149',
    impact: 'low',
    kind: 'configuration',
    strength: 'target',
    standards: ['CM-2', 'SA-8'],
    remedy:
      'Replace the resource by `module` with source `../../modules/server`, and move its state with `tofu state mv`.',
  },
  ({ lab }) =>
    every(
      lab.tofuCode.filter(({ folder }) => /^tofu\/infrastructure\/vms\//.test(folder)),
      'is built from the server module, without VMs of its own',
      ({ modules, resources }) =>
        modules.some(({ source, count }) => source === '../../modules/server' && count !== '0') &&
        !resources.some(({ type }) => /(_vm|_qemu|_container|_lxc)$/.test(type)),
    ),
)
