import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import type { HttpAnswer } from '../model/probe.ts'
import { nameIn } from './scan/asks-of.ts'

/** What one page behind the cluster's entry said to somebody without a login. */
export interface EntryAnswer {
  readonly url: string
  readonly host: string
  /** Absent when nobody answered; `error` says why. */
  readonly status?: number
  readonly error?: string
  /** Whether it shows what only the intended application does. */
  readonly shows: boolean
  readonly certificate?: NonNullable<HttpAnswer['certificate']>
  /** Addresses that its name has where people resolve it. */
  readonly addresses: readonly string[]
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    entryAnswers: readonly EntryAnswer[]
  }
}

/**
 * One GET per declared route, by the name that people use; redirects are not followed.
 *
 * @source HTTPS and DNS from the vantage lan
 */
export const entryAnswers = vantageCollector('entryAnswers', {
  ask: ({ name }, inventory) => {
    const routes = name === 'lan' ? routesOf(inventory) : []
    if (routes.length === 0) return undefined
    return {
      http: routes.map(({ id, url }) => ({ id, url })),
      dns: [...new Set(routes.map(({ host }) => host))].map((host) => ({ name: host, type: 'A' })),
    }
  },
  parse: (answer, _vantage, inventory): readonly EntryAnswer[] =>
    routesOf(inventory).flatMap(({ host, id, shows, url }) => {
      const found = answer.http.find((one) => one.id === id)
      if (!found) return []
      const { body = '', certificate, error, status } = found
      return [
        {
          url,
          host,
          shows: body.includes(shows),
          addresses: answer.dns.find(({ name }) => name === host)?.values ?? [],
          ...(status === undefined ? {} : { status }),
          ...(error === undefined ? {} : { error }),
          ...(certificate === undefined ? {} : { certificate }),
        },
      ]
    }),
})

const routesOf = ({ kubernetes }: Inventory) =>
  (kubernetes?.routes ?? []).map((route) => ({
    ...route,
    id: `entry:${route.url}`,
    host: nameIn(route.url),
  }))
