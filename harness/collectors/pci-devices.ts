import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** One function of a PCI device, as the kernel of the hypervisor has it. */
export interface PciDevice {
  /** `0000:01:00.0`. */
  readonly address: string
  /** Four hex digits: `10de` is NVIDIA. */
  readonly vendor: string
  /** Six hex digits: `030000` is a display, `0604…` a bridge. */
  readonly class: string
  /** Driver bound to it, e.g. `vfio-pci`; absent when none is. */
  readonly driver?: string
  /** IOMMU group; absent when the IOMMU is off. */
  readonly iommuGroup?: number
  /** Whether it is a virtual function of another one. */
  readonly isVirtualFunction: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    pciDevices: readonly PciDevice[]
  }
}

const LINE =
  /^([0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]) vendor=0x([0-9a-f]{4}) class=0x([0-9a-f]{6}) driver=(\S*) group=(\d*) of=(\S*)$/

/**
 * PCI functions with driver and IOMMU group.
 *
 * @source sysfs, /sys/bus/pci/devices
 */
export const pciDevices = hostCollector('pciDevices', {
  roles: ['hypervisor'],
  command:
    'l() { if [ -L "$1" ]; then r=$(readlink "$1") || exit; printf %s "$(basename "$r")"; fi; }; for d in /sys/bus/pci/devices/*; do v=$(cat "$d/vendor") && c=$(cat "$d/class") || exit; echo "$(basename "$d") vendor=$v class=$c driver=$(l "$d/driver") group=$(l "$d/iommu_group") of=$(l "$d/physfn")"; done',
  parse: ({ stdout }): readonly PciDevice[] => {
    const lines = stdout.split('\n').filter(Boolean)
    if (lines.length === 0) throw new Unseen('not understood', 'sysfs shows no PCI device at all')
    return lines.map(deviceOf)
  },
})

function deviceOf(line: string): PciDevice {
  const found = LINE.exec(line)
  if (!found) throw new Unseen('not understood', 'a line about a PCI device has another form')
  const [, address = '', vendor = '', kind = '', driver, group, of] = found
  return {
    address,
    vendor,
    class: kind,
    ...(driver ? { driver } : {}),
    ...(group ? { iommuGroup: Number(group) } : {}),
    isVirtualFunction: Boolean(of),
  }
}
