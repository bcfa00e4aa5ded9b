import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, object } from '../model/parse.ts'
import { TAILNET } from './tailscale/api-path.ts'
import { deviceOf, type TailnetDevice } from './tailscale/device.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every device of the tailnet; complete when at least one that was declared is among them. */
    tailnetDevices: Census<TailnetDevice>
  }
}

/**
 * Devices of the tailnet, those of others that are shared in among them.
 *
 * @source GET /api/v2/tailnet/-/devices?fields=all, scope `devices:core:read`; the answer has no pages
 * @unknown the token has expired or lacks the scope
 */
export const tailnetDevices = apiCollector('tailnetDevices', {
  api: 'tailscale',
  read: async (get, { tailnet }): Promise<Census<TailnetDevice>> => {
    const answer = object(await get(`${TAILNET}/devices?fields=all`), 'the devices')
    const items = list(answer.devices, 'the list of devices').map(deviceOf)
    const isKnown = items.some(({ name }) =>
      tailnet?.devices.some((declared) => declared.name === name),
    )
    if (isKnown) return { items, complete: true }
    const because = 'none of the declared devices is listed: the token may be of another tailnet'
    return { items, complete: false, because }
  },
})
