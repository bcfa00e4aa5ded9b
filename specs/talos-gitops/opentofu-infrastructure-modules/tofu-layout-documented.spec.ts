import { control, every, saw } from '#harness'

const FOLDERS = [
  'modules/proxmox_automation_user',
  'modules/data_disk_vm',
  'modules/server',
  'proxmox',
  'vms/kubernetes',
  'vms/ollama',
  'vms/postgres',
  'vms/pbs',
  'vms/sandbox',
  'services',
]

control(
  'The code has the modules, roots and folders that are documented',
  {
    statement: 'TG-119',
    impact: 'low',
    kind: 'documentation',
    standards: ['CM-2', 'SA-5'],
    remedy: 'Put the missing part back into `tofu/infrastructure`, or revise the document.',
  },
  ({ lab }) =>
    every(FOLDERS, 'holds code', (folder) =>
      saw(lab.tofuCode, (one) => one.folder === `tofu/infrastructure/${folder}`),
    ),
)
