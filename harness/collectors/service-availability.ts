import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'
import { dataOf } from './prometheus/answer.ts'

/** How a service fared over a window, by the probes that Prometheus made of it. */
export interface ServiceAvailability {
  /** URL that was probed. */
  readonly url: string
  /** Share of probes that succeeded, 0 to 1. */
  readonly share: number
  readonly samples: number
}

export interface Availability {
  readonly windowSeconds: number
  /** Between two probes, as configured. */
  readonly intervalSeconds: number
  readonly services: readonly ServiceAvailability[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    serviceAvailability: Availability
  }
}

/** The window; the profile says so too. */
const DAYS = 30
const SERIES = `probe_success{job="services"}[${DAYS}d]`
const CONFIG = '/api/v1/status/config'

/**
 * Averages and counts of the same samples. A probe that was not made is in neither, so the count has to
 * be compared with what the window holds.
 *
 * @source GET /api/v1/query, /api/v1/status/config; of the configuration only the interval of the job is kept
 */
export const serviceAvailability = apiCollector('serviceAvailability', {
  api: 'prometheus',
  read: async (get, { machines }): Promise<Availability> => {
    if (!machines) throw new Unseen('not asked', 'nobody said that a machine is always on here')
    const shares = vector(await get(query(`avg_over_time(${SERIES})`)))
    const counts = vector(await get(query(`count_over_time(${SERIES})`)))
    if (shares.length === 0)
      throw new Unseen(
        'not understood',
        'Prometheus has no probe of a job "services" in the window',
      )
    const services = shares.map(({ labels, value }) => {
      const url = text(labels.instance, 'instance of a probe')
      const count = counts.find((one) => one.labels.instance === url)
      if (!count) throw new Unseen('not understood', `the probes of ${url} were not counted`)
      return { url, share: value, samples: count.value }
    })
    return {
      windowSeconds: DAYS * 86_400,
      intervalSeconds: intervalIn(text(dataOf(await get(CONFIG), CONFIG).yaml, 'configuration')),
      services,
    }
  },
})

/** Interval of the job `services`, or the one that holds for all. */
function intervalIn(yaml: string): number {
  const jobs = yaml.split(/^- job_name: /m)
  const own = jobs.find((job) => /^services\s/.test(job)) ?? ''
  const [, written] =
    /^\s+scrape_interval: (\S+)$/m.exec(own) ??
    /^\s+scrape_interval: (\S+)$/m.exec(jobs[0] ?? '') ??
    []
  const parts = [...(written ?? '').matchAll(/(\d+)([smhd])/g)]
  const seconds = parts.reduce(
    (sum, [, amount, unit = 's']) => sum + Number(amount) * (UNIT[unit] ?? 0),
    0,
  )
  if (own === '' || seconds === 0)
    throw new Unseen('not understood', 'Prometheus has no job "services", or not how often it asks')
  return seconds
}

const UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }
