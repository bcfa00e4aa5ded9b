import type { Census } from '../model/census.ts'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import type { HttpAnswer, ProbeAnswer } from '../model/probe.ts'
import { Unseen } from '../model/unseen.ts'
import { nameIn } from './scan/asks-of.ts'
import { heardInTime } from './scan/heard-in-time.ts'

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
    /** Complete when nobody who took the connection let the time run out. */
    entryAnswers: Census<EntryAnswer>
  }
}

/**
 * One GET per declared route, by the name that people use; redirects are not followed.
 *
 * @source HTTPS and DNS from the vantage lan
 * @unknown a name that the resolver said nothing about
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
  parse: (answer, _vantage, inventory): Census<EntryAnswer> => {
    const answers = routesOf(inventory).flatMap(({ host, id, shows, url }): EntryAnswer[] => {
      const found = answer.http.find((one) => one.id === id)
      if (!found) return []
      const { body = '', certificate, error, status } = found
      return [
        {
          url,
          host,
          shows: body.includes(shows),
          addresses: addressesOf(host, answer),
          ...(status === undefined ? {} : { status }),
          ...(error === undefined ? {} : { error }),
          ...(certificate === undefined ? {} : { certificate }),
        },
      ]
    })
    return heardInTime(answers)
  },
})

function addressesOf(host: string, { dns }: ProbeAnswer): readonly string[] {
  const found = dns.find(({ name }) => name === host)
  if (!found || found.error !== undefined)
    throw new Unseen(
      'timed out',
      `the resolver did not say what ${host} is (${found?.error ?? 'not asked'})`,
    )
  return found.values
}

const routesOf = ({ kubernetes }: Inventory) =>
  (kubernetes?.routes ?? []).map((route) => ({
    ...route,
    id: `entry:${route.url}`,
    host: nameIn(route.url),
  }))
