import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { configuration } from '../transports/alertmanager.ts'
import { type Receiver, receiverOf } from './alertmanager/receiver.ts'
import { type Route, routesOf } from './alertmanager/route.ts'
import { type Silence, silencesOf } from './alertmanager/silence.ts'

export interface Alertmanager {
  readonly routes: readonly Route[]
  readonly receivers: readonly Receiver[]
  /** Alerts it holds now, and whom it tells of them: silenced and inhibited ones reach nobody. */
  readonly alerts: readonly HeldAlert[]
  /** Silences that hold now. */
  readonly silences: readonly Silence[]
  /** Messages since it started, by kind of receiver. */
  readonly sent: readonly {
    readonly kind: string
    readonly tried: number
    readonly failed: number
  }[]
}

export interface HeldAlert {
  readonly name: string
  readonly receivers: readonly string[]
  /** `active`, `suppressed`, or `unprocessed`. */
  readonly state: string
  readonly updatedAt: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    alertmanager: Alertmanager
  }
}

/**
 * Who is told of which alert. Addresses of receivers may be secrets: their host is kept, nothing else.
 *
 * @source GET /api/v2/status, /api/v2/alerts, /api/v2/silences, /metrics
 */
export const alertmanager = apiCollector('alertmanager', {
  api: 'alertmanager',
  read: async (get): Promise<Alertmanager> => {
    const { config } = object(await get('/api/v2/status'), 'status')
    const { routes, receivers } = receiversAndRoutes(object(config, 'config').original)
    const alerts = list(await get('/api/v2/alerts'), 'alerts').map(heldOf)
    const silences = list(await get('/api/v2/silences'), 'silences').flatMap(silencesOf)
    const { status, text: page } = await get.raw('/metrics')
    if (status !== 200)
      throw new Unseen('not understood', `Alertmanager answered GET /metrics with ${status}`)
    const counted = countOf(page)
    if (alerts.length === 0 && counted > 0)
      throw new Unseen('not permitted', `Alertmanager counts ${counted} alerts and lists none`)
    return { routes, receivers, alerts, silences, sent: sentOf(page) }
  },
})

function receiversAndRoutes(original: unknown) {
  const of = object(configuration(text(original, 'config.original')), 'the configuration')
  return {
    routes: routesOf(of.route),
    receivers: list(of.receivers, 'receivers').map(receiverOf),
  }
}

function heldOf(value: unknown): HeldAlert {
  const row = object(value, 'an alert')
  const name = text(object(row.labels, 'labels of an alert').alertname, 'alertname of an alert')
  return {
    name,
    receivers: list(row.receivers, `receivers of ${name}`).map((one) =>
      text(object(one, 'a receiver').name, 'name of a receiver'),
    ),
    state: text(object(row.status, `status of ${name}`).state, `state of ${name}`),
    updatedAt: text(row.updatedAt, `updatedAt of ${name}`),
  }
}

/** How many alerts it holds, by its own gauge: a list may be empty only when that is 0. Resolved ones are counted for half an hour. */
function countOf(page: string): number {
  const gauges = [...page.matchAll(/^alertmanager_alerts\{[^}]*\} (\S+)$/gm)]
  if (gauges.length === 0)
    throw new Unseen('not understood', 'Alertmanager does not count the alerts that it holds')
  return gauges.reduce((sum, [, count]) => sum + number(count, 'a count of alerts'), 0)
}

const COUNTED = /^alertmanager_notifications(_failed)?_total\{([^}]*)\} (\S+)$/gm

function sentOf(page: string) {
  const kinds = new Map<string, { tried: number; failed: number }>()
  for (const [, failed, labels = '', count] of page.matchAll(COUNTED)) {
    const kind = /\bintegration="([^"]+)"/.exec(labels)?.[1]
    if (kind === undefined) throw new Unseen('not understood', 'a counter of messages has no kind')
    const seen = kinds.get(kind) ?? { tried: 0, failed: 0 }
    // Newer releases count failures by reason.
    const more = number(count, 'a counter of messages')
    kinds.set(
      kind,
      failed ? { ...seen, failed: seen.failed + more } : { ...seen, tried: seen.tried + more },
    )
  }
  if (kinds.size === 0) throw new Unseen('not understood', 'Alertmanager counts no messages')
  return [...kinds].map(([kind, counts]) => ({ kind, ...counts }))
}
