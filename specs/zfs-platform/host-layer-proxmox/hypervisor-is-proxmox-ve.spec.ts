import { all, control, every, saw, that } from '#harness'

control(
  'The hypervisor is a supported Proxmox VE, with its own kernel and guests of both kinds',
  {
    statement: 'ZF-36',
    impact: 'medium',
    kind: 'topology',
    standards: ['CM-2', 'CM-8'],
    remedy:
      'Upgrade with `pveupgrade`, and boot the kernel of Proxmox; see `proxmox-boot-tool kernel list`.',
  },
  ({ host, hosts, lab, parameter }) => {
    const { release, version, repoid } = lab.proxmoxVersion
    const oldest = parameter.text('p.pve.min_release')

    all(
      () =>
        that(
          release.localeCompare(oldest, 'en', { numeric: true }) >= 0,
          `the release is ${oldest} or later`,
          { release },
        ),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, ...host(name).pveVersion })),
          'is the Proxmox VE whose API answers, under a kernel of its own',
          (it) => it.manager === version && it.repoid === repoid && it.kernel.endsWith('-pve'),
        ),
      () =>
        every(['lxc', 'qemu'], 'is a kind of guest that runs', (kind) =>
          saw(lab.guests, ({ type, status }) => type === kind && status === 'running'),
        ),
    )
  },
)
