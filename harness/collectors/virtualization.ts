import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** What the host runs in: `none` on bare metal, else `kvm`, `lxc`, `docker` … */
    virtualization: string
  }
}

/**
 * Whether the hypervisor is a machine one can touch. The exit status is 1 where the answer is `none`.
 *
 * @source systemd-detect-virt(1)
 */
export const virtualization = hostCollector('virtualization', {
  where: ({ name, role }, { machines, virtual, zfs }) =>
    (role === 'hypervisor' && (zfs !== undefined || virtual !== undefined)) ||
    machines?.some(({ host }) => host === name) === true,
  command: 'systemd-detect-virt',
  exits: [0, 1],
  parse: ({ stdout, status }): string => {
    const found = stdout.trim()
    if (!/^[a-z0-9-]+$/.test(found) || (status === 1) !== (found === 'none'))
      throw new Unseen('not understood', 'systemd-detect-virt gave no word of its own')
    return found
  },
})
