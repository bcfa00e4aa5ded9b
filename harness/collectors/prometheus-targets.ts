import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { dataOf, labelsOf, whereOf } from './prometheus/answer.ts'

/** One thing that Prometheus scrapes. */
export interface ScrapeTarget {
  readonly job: string
  readonly labels: Readonly<Record<string, string>>
  /** Where it is scraped: name or address, as configured. */
  readonly host: string
  readonly port: number
  /** `http` or `https`, as it is really scraped. */
  readonly scheme: string
  /** `up`, `down`, or `unknown` before the first scrape. */
  readonly health: string
  /** When it was scraped last; absent before the first time. */
  readonly lastScrapeAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Active targets. One that is not configured is not "down": it is not here. */
    prometheusTargets: readonly ScrapeTarget[]
  }
}

const PATH = '/api/v1/targets?state=active'

/** @source GET /api/v1/targets */
export const prometheusTargets = apiCollector('prometheusTargets', {
  api: 'prometheus',
  read: async (get): Promise<readonly ScrapeTarget[]> => {
    const targets = list(dataOf(await get(PATH), 'targets').activeTargets, 'activeTargets')
    // One that watches nothing, and one that shows us nothing, look the same.
    if (targets.length === 0)
      throw new Unseen('not permitted', `GET ${PATH} lists no target at all`)
    return targets.map(targetOf)
  },
})

function targetOf(value: unknown): ScrapeTarget {
  const row = object(value, 'a target')
  const labels = labelsOf(row.labels, 'labels of a target')
  const lastScrapeAt = text(row.lastScrape, 'lastScrape of a target')
  return {
    job: text(labels.job, 'job of a target'),
    labels,
    ...whereOf(row.scrapeUrl, 'scrapeUrl of a target'),
    scheme: /^https:/.test(String(row.scrapeUrl)) ? 'https' : 'http',
    health: text(row.health, 'health of a target'),
    // Go's zero time: never scraped.
    ...(lastScrapeAt.startsWith('0001-') ? {} : { lastScrapeAt }),
  }
}
