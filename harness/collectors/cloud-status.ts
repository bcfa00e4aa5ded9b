import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { flag, object, text } from '../model/parse.ts'
import type { HttpProbe } from '../model/probe.ts'
import {
  answerTo,
  jsonOf,
  type PageAnswer,
  pageAt,
  pageOf,
  remoteService,
} from './text/web-json.ts'

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
    const probe = name === 'tailnet' ? probeOf(inventory) : undefined
    return probe && { http: [probe] }
  },
  parse: (answer, _vantage, inventory): CloudStatus => {
    const id = probeOf(inventory)?.id ?? ''
    const page = answerTo(answer, id)
    const body = jsonOf(page, id)
    return { ...pageOf(page), ...(body === undefined ? {} : { state: stateOf(body) }) }
  },
})

function probeOf(inventory: Inventory): HttpProbe | undefined {
  const service = remoteService(inventory, 'cloud')
  return service && pageAt(inventory, service, 'status', service.remote.url)
}

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
