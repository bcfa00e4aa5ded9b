import { apiCollector } from '../model/collector.ts'
import { flag, list, object, text } from '../model/parse.ts'
import { dataOf, whereOf } from './prometheus/answer.ts'

/** Prometheus itself. */
export interface PrometheusRuntime {
  /** Whether `/-/ready` answers 200. */
  readonly isReady: boolean
  /** Whether the configuration was taken over when it was last loaded: it runs on with the old one otherwise. */
  readonly isConfigLoaded: boolean
  readonly startedAt: string
  /** Where samples are kept, as started: relative paths are those of its working folder. */
  readonly storagePath: string
  readonly workingFolder: string
  /** How long samples are kept, e.g. `90d`. */
  readonly retention: string
  /** Alertmanagers it sends to. */
  readonly alertmanagers: readonly { readonly host: string; readonly port: number }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    prometheusRuntime: PrometheusRuntime
  }
}

/** @source GET /-/ready, /api/v1/status/runtimeinfo, /api/v1/status/flags, /api/v1/alertmanagers */
export const prometheusRuntime = apiCollector('prometheusRuntime', {
  api: 'prometheus',
  read: async (get): Promise<PrometheusRuntime> => {
    const ready = await get.raw('/-/ready')
    const runtime = dataOf(await get('/api/v1/status/runtimeinfo'), 'runtimeinfo')
    const flags = dataOf(await get('/api/v1/status/flags'), 'flags')
    const found = dataOf(await get('/api/v1/alertmanagers'), 'alertmanagers')
    return {
      isReady: ready.status === 200,
      isConfigLoaded: flag(runtime.reloadConfigSuccess, 'reloadConfigSuccess'),
      startedAt: text(runtime.startTime, 'startTime'),
      storagePath: text(flags['storage.tsdb.path'], 'storage.tsdb.path'),
      workingFolder: text(runtime.CWD, 'CWD'),
      retention: text(runtime.storageRetention, 'storageRetention'),
      alertmanagers: list(found.activeAlertmanagers, 'activeAlertmanagers').map((one) =>
        whereOf(object(one, 'an alertmanager').url, 'url of an alertmanager'),
      ),
    }
  },
})
