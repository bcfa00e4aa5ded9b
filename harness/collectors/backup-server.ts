import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { API, objectOf } from './proxmox/answer.ts'

/** The Proxmox Backup Server that answered. */
export interface BackupServer {
  readonly version: string
  readonly release: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    backupServer: BackupServer
  }
}

const PATH = `${API}/version`

/** @source GET /version of the Proxmox Backup Server */
export const backupServer = apiCollector('backupServer', {
  api: 'pbs',
  read: async (get): Promise<BackupServer> => {
    const about = objectOf(await get(PATH), PATH)
    return {
      version: text(about.version, 'version of the backup server'),
      release: text(about.release, 'release of the backup server'),
    }
  },
})
