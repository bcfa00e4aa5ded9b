import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A PCI device of the GPU's maker, as this machine's kernel sees it. */
export interface GpuDevice {
  readonly address: string
  /** Class in hex, e.g. `030000` for a display controller. */
  readonly class: string
  /** Driver that holds it; absent when none does. */
  readonly driver?: string
}

/** An error that the driver reported of the GPU. */
export interface Xid {
  readonly code: number
  readonly address: string
}

export interface GpuDriver {
  /** Version of the kernel module; absent when it is not loaded. */
  readonly module?: string
  readonly devices: readonly GpuDevice[]
  /** Errors since the boot; complete when the kernel's log reaches back to it. */
  readonly errors: Census<Xid>
}

declare module '../model/facts.ts' {
  interface HostFacts {
    gpuDriver: GpuDriver
  }
}

/**
 * The kernel's side of the GPU: module, devices, errors.
 *
 * @source /proc/driver/nvidia/version, sysfs, journalctl(1) -k -b as root
 */
export const gpuDriver = hostCollector('gpuDriver', {
  where: ({ name }, inventory) => inventory.gpu?.host === name,
  command: (_host, { gpu }) =>
    [
      'if [ -e /proc/driver/nvidia/version ]; then v=$(cat /proc/driver/nvidia/version) || exit; printf "%s\\n" "$v" | sed -n "s/^NVRM version:/module/p"; fi;',
      `for d in /sys/bus/pci/devices/*; do v=$(cat "$d/vendor") || exit; [ "$v" = 0x${word(gpu?.vendor ?? '')} ] || continue; c=$(cat "$d/class") || exit; r=; if [ -e "$d/driver" ]; then r=$(readlink -f "$d/driver") || exit; fi; echo "device \${d##*/} \${c#0x} \${r##*/}"; done;`,
      'k=$(journalctl -k -b -q --no-pager -o cat) || exit; printf "%s\\n" "$k" | sed -nE "s/^Linux version .*/boot/p; s/^NVRM: Xid \\(PCI:([0-9a-fA-F:.]+)\\): ([0-9]+),.*/xid \\2 \\1/p"; echo looked',
    ].join(' '),
  parse: ({ stdout }): GpuDriver => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look at the driver of the GPU did not come to its end')
    const module = lines.find((line) => line.startsWith('module '))
    const version = module && /\bKernel Module.*?\s(\d+(?:\.\d+)+)\b/.exec(module)?.[1]
    if (module && !version)
      throw new Unseen('not understood', 'the kernel module of the GPU says no version')
    const errors = lines.filter((line) => line.startsWith('xid ')).map(xidOf)
    return {
      ...(version ? { module: version } : {}),
      devices: lines.filter((line) => line.startsWith('device ')).map(deviceOf),
      errors: lines.includes('boot')
        ? { items: errors, complete: true }
        : {
            items: errors,
            complete: false,
            because: 'the log of the kernel does not reach back to the boot: older errors are lost',
          },
    }
  },
})

function deviceOf(line: string): GpuDevice {
  const [, address, kind, driver] = /^device ([0-9a-f:.]+) ([0-9a-f]{6}) ?(\S*)$/.exec(line) ?? []
  if (!address || !kind)
    throw new Unseen('not understood', 'a PCI device is not described as it should be')
  return { address, class: kind, ...(driver ? { driver } : {}) }
}

function xidOf(line: string): Xid {
  const [, code, address] = /^xid (\d+) (\S+)$/.exec(line) ?? []
  if (!code || !address)
    throw new Unseen('not understood', 'an error of the GPU is not described as it should be')
  return { code: Number(code), address }
}
