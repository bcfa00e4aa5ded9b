import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { dataOf } from './vault/answer.ts'

/** Where Vault writes down who asked for what. */
export interface VaultAuditDevice {
  /** `file/` */
  readonly path: string
  /** `file`, `syslog`, `socket`. */
  readonly type: string
  /** File it is written to. */
  readonly file?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultAuditDevices: readonly VaultAuditDevice[]
  }
}

const PATH = '/v1/sys/audit'

/** @source GET /v1/sys/audit; refused without read and sudo on exactly that path */
export const vaultAuditDevices = apiCollector('vaultAuditDevices', {
  api: 'vault',
  read: async (get): Promise<readonly VaultAuditDevice[]> =>
    Object.entries(dataOf(await get(PATH), PATH)).map(([path, device]) => {
      const { type, options } = object(device, path)
      const { file_path: file } = object(options ?? {}, `options of ${path}`)
      return {
        path,
        type: text(type, `type of ${path}`),
        ...(file === undefined ? {} : { file: text(file, `file_path of ${path}`) }),
      }
    }),
})
