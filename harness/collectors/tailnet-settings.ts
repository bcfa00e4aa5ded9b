import { apiCollector } from '../model/collector.ts'
import { flag, number, object } from '../model/parse.ts'
import { TAILNET } from './tailscale/api-path.ts'

/** What holds for the tailnet as a whole. */
export interface TailnetSettings {
  /** Whether somebody has to approve a new device. */
  readonly approvesDevices: boolean
  /** Days until the key of a person's device ends. */
  readonly keyDays: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    tailnetSettings: TailnetSettings
  }
}

/** @source GET /api/v2/tailnet/-/settings, scope `feature_settings:read` */
export const tailnetSettings = apiCollector('tailnetSettings', {
  api: 'tailscale',
  read: async (get): Promise<TailnetSettings> => {
    const row = object(await get(`${TAILNET}/settings`), 'the settings of the tailnet')
    return {
      approvesDevices: flag(row.devicesApprovalOn, 'devicesApprovalOn'),
      keyDays: number(row.devicesKeyDurationDays, 'devicesKeyDurationDays'),
    }
  },
})
