import { apiCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A monitor of Uptime Kuma. One that is paused is not here. */
export interface KumaMonitor {
  readonly name: string
  /** `http`, `keyword`, `port`, `ping`, `dns` … */
  readonly type: string
  /** Host it looks at; empty when it has none. */
  readonly host: string
  readonly port: string
  /** `up`, `down`, `pending`, `maintenance`. */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kumaMonitors: readonly KumaMonitor[]
  }
}

const STATES = ['down', 'up', 'pending', 'maintenance']
const LINE = /^monitor_status\{(.*)\} (\d)$/gm

/** @source GET /metrics of Uptime Kuma, with an API key; a URL is cut to its host */
export const kumaMonitors = apiCollector('kumaMonitors', {
  api: 'kuma',
  read: async (get): Promise<readonly KumaMonitor[]> => {
    const { status, text } = await get.raw('/metrics')
    if (status === 401 || status === 403)
      throw new Unseen('unauthenticated', 'Uptime Kuma does not take this API key')
    const found = [...text.matchAll(LINE)].map(([, labels = '', value = '']) => {
      const label = (name: string) =>
        new RegExp(`(?:^|,)${name}="((?:[^"\\\\]|\\\\.)*)"`).exec(labels)?.[1] ?? ''
      const state = STATES[Number(value)]
      if (label('monitor_name') === '' || state === undefined)
        throw new Unseen(
          'not understood',
          'a monitor of Uptime Kuma has no name, or an unknown state',
        )
      const url = label('monitor_url')
      return {
        name: label('monitor_name'),
        type: label('monitor_type'),
        host:
          URL.canParse(url) && url.includes('//')
            ? new URL(url).hostname
            : label('monitor_hostname').replace('null', ''),
        port:
          URL.canParse(url) && url.includes('//')
            ? new URL(url).port
            : label('monitor_port').replace('null', ''),
        state,
      }
    })
    if (status !== 200 || found.length === 0)
      throw new Unseen('not understood', 'Uptime Kuma tells of no monitor')
    return found
  },
})
