import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { flag, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import {
  answerTo,
  jsonOf,
  type PageAnswer,
  pageAt,
  pageOf,
  remoteService,
} from './text/web-json.ts'

/** What Vaultwarden says about itself: whether its database works, and whether strangers may sign up. */
export interface VaultStatus {
  /** Its answer opens a database connection, and holds its own time: `at`. */
  readonly alive: PageAnswer & { readonly at?: string }
  /** What clients are told. Open sign-up is the default, so only its own word counts. */
  readonly config: PageAnswer & { readonly isRegistrationClosed?: boolean }
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    vaultStatus: VaultStatus
  }
}

/** @source GET /alive and /api/config of Vaultwarden, from the tailnet, without a login */
export const vaultStatus = vantageCollector('vaultStatus', {
  ask: ({ name }, inventory) => {
    const probes = name === 'tailnet' ? probesOf(inventory) : undefined
    return probes && { http: [probes.alive, probes.config] }
  },
  parse: (answer, _vantage, inventory): VaultStatus => {
    const probes = probesOf(inventory)
    if (!probes) throw new Unseen('not asked', 'the inventory has no password vault')
    const alive = answerTo(answer, probes.alive.id)
    const config = answerTo(answer, probes.config.id)
    const at = jsonOf(alive, 'alive')
    const settings = jsonOf(config, 'config')
    return {
      alive: { ...pageOf(alive), ...(at === undefined ? {} : { at: momentOf(at) }) },
      config: {
        ...pageOf(config),
        ...(settings === undefined ? {} : { isRegistrationClosed: isClosed(settings) }),
      },
    }
  },
})

function probesOf(inventory: Inventory) {
  const service = remoteService(inventory, 'passwords')
  if (!service) return undefined
  const { url } = service.remote
  return {
    alive: pageAt(inventory, service, 'alive', url),
    config: pageAt(inventory, service, 'vault-config', new URL('/api/config', url).href),
  }
}

/** A JSON string such as `"2026-11-21T02:00:00.000000Z"`. */
function momentOf(body: unknown): string {
  const at = new Date(text(body, 'the answer of /alive'))
  if (Number.isNaN(at.getTime()))
    throw new Unseen('not understood', 'the answer of /alive is no moment in time')
  return at.toISOString()
}

function isClosed(body: unknown): boolean {
  const { settings } = object(body, '/api/config')
  const { disableUserRegistration } = object(settings, 'settings of /api/config')
  return flag(disableUserRegistration, 'disableUserRegistration of /api/config')
}
