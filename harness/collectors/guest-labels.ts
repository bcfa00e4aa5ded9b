import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What AppArmor holds a running container to. */
export interface GuestLabel {
  readonly vmid: number
  /** Profile of the container's first process, before any stacked namespace; absent where the kernel confines nothing. */
  readonly profile?: string
  /** `enforce`, `complain`, `unconfined` …; absent as the profile. */
  readonly mode?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    guestLabels: readonly GuestLabel[]
  }
}

/**
 * Confinement of every running container. The label ends in the mode of the first profile; the word
 * `unconfined` before it belongs to the namespace of the container, and is there in health.
 *
 * @source pct(1), lxc-info(1), proc(5)
 */
export const guestLabels = hostCollector('guestLabels', {
  roles: ['hypervisor'],
  command:
    'l=$(pct list) || exit; echo listed; for i in $(printf "%s\\n" "$l" | sed -n "s/^ *\\([0-9][0-9]*\\)  *running.*/\\1/p"); do a=; if [ -d /sys/module/apparmor ]; then p=$(lxc-info -n "$i" -pH) || exit; a=$(cat "/proc/$p/attr/current") || exit; fi; echo "guest $i $a"; done',
  parse: ({ stdout }): readonly GuestLabel[] => {
    const [first, ...lines] = stdout.trimEnd().split('\n')
    if (first !== 'listed')
      throw new Unseen('not understood', 'the list of containers did not begin as it should')
    return lines.map((line) => {
      const [, vmid, label = ''] = /^guest (\d+) ?(.*)$/.exec(line) ?? []
      if (!vmid) throw new Unseen('not understood', 'a line names no container')
      return { vmid: Number(vmid), ...labelOf(label.trim()) }
    })
  },
})

/** Nothing, `unconfined`, or `profile//&:namespace:profile (mode)`. */
function labelOf(label: string): { profile?: string; mode?: string } {
  if (label === '') return {}
  if (label === 'unconfined') return { profile: 'unconfined', mode: 'unconfined' }
  const [, stack = '', mode = ''] = /^(\S.*) \((\w+)\)$/.exec(label) ?? []
  const [profile = ''] = stack.split('//&')
  if (profile === '' || mode === '')
    throw new Unseen('not understood', 'the label of a container names no profile and mode')
  return { profile, mode }
}
