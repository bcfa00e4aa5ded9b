import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A guest as the hypervisor's own disk and process table have it: no API, no rights, no cache. */
export interface GuestFile {
  readonly vmid: number
  readonly type: 'qemu' | 'lxc'
  /** Node whose folder holds its configuration. */
  readonly node: string
  /** Its first process, where it runs. */
  readonly pid?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every guest that has a configuration, and every one that runs. */
    guestFiles: readonly GuestFile[]
  }
}

/**
 * Configurations of guests by their files, and which of them has a process. A machine is known by its pid file
 * and by the `-id` in the command line of that process.
 *
 * @source /etc/pve/nodes as pmxcfs(8) shows it, /run/qemu-server, proc(5), lxc-info(1)
 */
export const guestFiles = hostCollector('guestFiles', {
  where: ({ name, role }, { zfs }) => role === 'hypervisor' && zfs?.host === name,
  command:
    'cd /etc/pve/nodes || exit; for f in */qemu-server/*.conf */lxc/*.conf; do [ ! -e "$f" ] || echo "file $f"; done; for f in /run/qemu-server/*.pid; do [ -e "$f" ] || continue; p=$(cat "$f") || exit; i=${f##*/}; i=${i%.pid}; [ ! -d "/proc/$p" ] || { tr "\\0" " " <"/proc/$p/cmdline" | grep -q -- " -id $i "; } && echo "runs qemu $i $p"; done; if command -v lxc-ls >/dev/null; then l=$(lxc-ls -1 --running) || exit; for i in $l; do p=$(lxc-info -n "$i" -pH) || exit; echo "runs lxc $i $p"; done; fi; echo looked',
  parse: ({ stdout }): readonly GuestFile[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for guests did not come to its end')
    const files = lines.filter((line) => !line.startsWith('runs ')).map(fileOf)
    const pids = new Map(lines.filter((line) => line.startsWith('runs ')).map(pidOf))
    if (files.length === 0 && pids.size > 0)
      throw new Unseen('not understood', 'guests run, and no guest has a configuration')
    return files.map((file) => {
      const pid = pids.get(`${file.type} ${file.vmid}`)
      return { ...file, ...(pid === undefined ? {} : { pid }) }
    })
  },
})

function fileOf(line: string): GuestFile {
  const [, node, folder, vmid] = /^file ([^/]+)\/(qemu-server|lxc)\/(\d+)\.conf$/.exec(line) ?? []
  if (node === undefined)
    throw new Unseen('not understood', 'a line about a guest has another form')
  return { vmid: Number(vmid), type: folder === 'lxc' ? 'lxc' : 'qemu', node }
}

function pidOf(line: string): [guest: string, pid: number] {
  const [, guest, pid] = /^runs ((?:qemu|lxc) \d+) (\d+)$/.exec(line) ?? []
  if (guest === undefined)
    throw new Unseen('not understood', 'a line about a running guest has another form')
  return [guest, Number(pid)]
}
