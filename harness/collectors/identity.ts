import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** Which machine answered, and since when it runs. */
export interface Identity {
  readonly hostname: string
  /** `/etc/machine-id`: of the installation. */
  readonly machineId?: string
  /** UUID the firmware shows, lower case: in a VM the hypervisor's `smbios1` uuid; in a container that of the machine below. */
  readonly productUuid?: string
  /** New for every boot. */
  readonly bootId: string
  /** When the kernel booted, ISO 8601. */
  readonly bootedAt: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    identity: Identity
  }
}

/**
 * Identity and boot. What is not there is left out, and so is the firmware's uuid where it is not shown: an
 * unprivileged container may not read it.
 *
 * @source proc(5), machine-id(5), sysfs DMI (root)
 */
export const identity = hostCollector('identity', {
  command:
    'f() { if [ -e "$2" ]; then v=$(cat "$2") || exit; echo "$1=$v"; fi; }; h=$(uname -n) || exit; echo "hostname=$h"; f machineId /etc/machine-id; [ ! -r /sys/class/dmi/id/product_uuid ] || f productUuid /sys/class/dmi/id/product_uuid; f bootId /proc/sys/kernel/random/boot_id; b=$(sed -n "s,^btime ,,p" /proc/stat) || exit; echo "btime=$b"',
  parse: ({ stdout }): Identity => {
    const values = new Map(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => /^(\w+)=(.*)$/.exec(line) ?? [])
        .map(([, key = '', value = '']) => [key, value.trim()]),
    )
    const machineId = values.get('machineId')
    const productUuid = values.get('productUuid')?.toLowerCase()
    return {
      hostname: required(values, 'hostname', /^\S+$/),
      ...(machineId ? { machineId } : {}),
      ...(productUuid ? { productUuid } : {}),
      bootId: required(values, 'bootId', /^[0-9a-f-]{36}$/),
      bootedAt: new Date(Number(required(values, 'btime', /^\d{9,11}$/)) * 1000).toISOString(),
    }
  },
})

function required(values: ReadonlyMap<string, string>, key: string, form: RegExp): string {
  const value = values.get(key)
  if (value === undefined || !form.test(value))
    throw new Unseen('not understood', `the answer has no ${key} of the usual form`)
  return value
}
