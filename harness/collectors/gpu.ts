import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** One GPU that answers. A value that the driver does not give (`[N/A]`, `ERR!`) is absent. */
export interface GpuSeen {
  readonly index: number
  readonly name: string
  /** `GPU-…`. */
  readonly uuid: string
  /** PCI address, e.g. `00000000:01:00.0`. */
  readonly address: string
  /** Version of the driver as the libraries know it. */
  readonly driver: string
  readonly memoryMiB?: number
  readonly temperatureCelsius?: number
  readonly utilizationPercent?: number
}

export interface GpuAnswer {
  /** 0: well. 6: no device, 9: driver not loaded, 12: library missing, 15: fallen off the bus, 18: library and kernel module differ. */
  readonly status: number
  readonly gpus: readonly GpuSeen[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    gpu: GpuAnswer
  }
}

const FIELDS =
  'index,name,uuid,pci.bus_id,driver_version,memory.total,temperature.gpu,utilization.gpu'

/**
 * GPUs as the driver answers for them. That it cannot is an answer too.
 *
 * @source nvidia-smi, its documented return values
 */
export const gpu = hostCollector('gpu', {
  where: ({ name }, inventory) => inventory.gpu?.host === name,
  command: `nvidia-smi --query-gpu=${FIELDS} --format=csv,noheader,nounits`,
  exits: [0, 6, 9, 12, 15, 18],
  parse: ({ status, stdout }): GpuAnswer => ({
    status,
    gpus:
      status === 0
        ? stdout
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map(gpuOf)
        : [],
  }),
})

function gpuOf(line: string): GpuSeen {
  const fields = line.split(', ').map((field) => field.trim())
  const [index = '', name, uuid, address, driver, memory, temperature, utilization] = fields
  if (fields.length !== 8 || !/^\d+$/.test(index) || !name || !address || !driver || !uuid)
    throw new Unseen(
      'not understood',
      `nvidia-smi printed ${fields.length} fields, not the 8 asked for`,
    )
  return {
    index: Number(index),
    name,
    uuid,
    address,
    driver,
    ...measured('memoryMiB', memory),
    ...measured('temperatureCelsius', temperature),
    ...measured('utilizationPercent', utilization),
  }
}

function measured<Key extends string>(key: Key, value = ''): { [K in Key]?: number } {
  return /^\d+$/.test(value) ? ({ [key]: Number(value) } as { [K in Key]?: number }) : {}
}
