import { vantageCollector } from '../model/collector.ts'
import { flag, object, text } from '../model/parse.ts'
import { answerTo, jsonOf, type PageAnswer, pageOf, remoteService } from './text/web-json.ts'

/** What Nextcloud says about itself. */
export interface CloudStatus extends PageAnswer {
  /** Absent when the answer was not its status page. */
  readonly state?: {
    readonly product: string
    /** E.g. `31.0.6`. */
    readonly version: string
    readonly isInstalled: boolean
    readonly isInMaintenance: boolean
    readonly needsUpgrade: boolean
  }
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    cloudStatus: CloudStatus
  }
}

/** @source GET status.php of Nextcloud, from the tailnet, without a login */
export const cloudStatus = vantageCollector('cloudStatus', {
  ask: ({ name }, inventory) => {
    const service = name === 'tailnet' ? remoteService(inventory, 'cloud') : undefined
    return service && { http: [{ id: `health:${service.name}`, url: service.remote.url }] }
  },
  parse: (answer, _vantage, inventory): CloudStatus => {
    const id = `health:${remoteService(inventory, 'cloud')?.name}`
    const page = answerTo(answer, id)
    const body = jsonOf(page, id)
    return { ...pageOf(page), ...(body === undefined ? {} : { state: stateOf(body) }) }
  },
})

function stateOf(body: unknown): NonNullable<CloudStatus['state']> {
  const status = object(body, 'status.php')
  return {
    product: text(status.productname, 'productname of status.php'),
    version: text(status.versionstring, 'versionstring of status.php'),
    isInstalled: flag(status.installed, 'installed of status.php'),
    isInMaintenance: flag(status.maintenance, 'maintenance of status.php'),
    needsUpgrade: flag(status.needsDbUpgrade, 'needsDbUpgrade of status.php'),
  }
}
