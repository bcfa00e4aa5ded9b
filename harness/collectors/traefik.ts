import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { hostsIn } from './traefik/rule.ts'

/** The proxy as it routes now, not as its files say. */
export interface Traefik {
  readonly version: string
  readonly entryPoints: readonly EntryPoint[]
  /** Names of its providers, e.g. `Docker`, `File`. */
  readonly providers: readonly string[]
  /** Routers that pass connections on without reading them: no middleware for pages applies to those. */
  readonly streams: number
  /** Complete when as many were shown as the overview counts. */
  readonly routers: Census<Router>
  readonly services: Census<Backends>
  readonly middlewares: Census<Middleware>
}

export interface EntryPoint {
  readonly name: string
  /** As bound, e.g. `:443`. */
  readonly address: string
  readonly port: number
  /** Name of the entry point, or port, that every request is sent on to. */
  readonly redirectsTo?: string
}

export interface Router {
  /** With its provider, e.g. `jellyfin@file`. */
  readonly name: string
  readonly provider: string
  readonly rule: string
  /** Host names that it matches; empty for one that matches any. */
  readonly hosts: readonly string[]
  readonly entryPoints: readonly string[]
  /** With its provider. */
  readonly service: string
  readonly middlewares: readonly string[]
  readonly hasTls: boolean
  /** `enabled`, `warning`: routes, but something is amiss, or `disabled`. */
  readonly status: string
}

export interface Backends {
  readonly name: string
  readonly status: string
  /** URLs of its servers; empty for one of Traefik's own. */
  readonly servers: readonly string[]
}

export interface Middleware {
  readonly name: string
  /** `forwardauth`, `ratelimit`, `headers` … */
  readonly type: string
  readonly status: string
  /** Routers that it is attached to. */
  readonly usedBy: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    traefik: Traefik
  }
}

type Row = Readonly<Record<string, unknown>>

/** @source GET /api/version, /api/overview, /api/entrypoints, /api/http/{routers,services,middlewares} of Traefik 2.5 or later */
export const traefik = apiCollector('traefik', {
  api: 'traefik',
  read: async (get): Promise<Traefik> => {
    const version = object(await get('/api/version'), 'version of Traefik')
    const overview = object(await get('/api/overview'), 'overview of Traefik')
    const counts = object(overview.http, 'http in the overview')
    const streams = ['tcp', 'udp'].map((kind) => {
      const { routers } = object(overview[kind], `${kind} in the overview`)
      return number(object(routers, `${kind} routers`).total, `total of ${kind} routers`)
    })
    const entries = list(await get('/api/entrypoints'), 'entry points')
    if (entries.length === 0)
      throw new Unseen('not permitted', 'Traefik shows no entry point, and it cannot be without')
    const all = <T>(kind: string, of: (row: Row) => T) => censusOf(get, kind, counts[kind], of)
    return {
      version: text(version.Version, 'Version of Traefik'),
      entryPoints: entries.map((row) => entryPointOf(object(row, 'an entry point'))),
      providers: strings(overview.providers, 'providers'),
      streams: streams.reduce((sum, total) => sum + total, 0),
      routers: await all('routers', routerOf),
      services: await all('services', backendsOf),
      middlewares: await all('middlewares', middlewareOf),
    }
  },
})

async function censusOf<T>(
  get: Get,
  kind: string,
  counted: unknown,
  of: (row: Row) => T,
): Promise<Census<T>> {
  const rows = list(await get(`/api/http/${kind}?per_page=1000`), kind)
  const items = rows.map((row) => of(object(row, `one of the ${kind}`)))
  const total = number(object(counted, `${kind} in the overview`).total, `total of ${kind}`)
  return total === items.length
    ? { items, complete: true }
    : {
        items,
        complete: false,
        because: `Traefik counts ${total} ${kind} and showed ${items.length}`,
      }
}

function entryPointOf(row: Row): EntryPoint {
  const name = text(row.name, 'name of an entry point')
  const address = text(row.address, `address of ${name}`)
  const http = row.http === undefined ? {} : object(row.http, `http of ${name}`)
  const { redirections } = http as Row
  const to =
    redirections === undefined ? undefined : object(redirections, 'redirections').entryPoint
  return {
    name,
    address,
    port: number(/:(\d+)(?:\/\w+)?$/.exec(address)?.[1], `port of ${name}`),
    ...(to === undefined
      ? {}
      : { redirectsTo: text(object(to, 'a redirection').to, `redirection of ${name}`) }),
  }
}

function routerOf(row: Row): Router {
  const name = text(row.name, 'name of a router')
  const provider = text(row.provider, `provider of ${name}`)
  const rule = text(row.rule, `rule of ${name}`)
  return {
    name,
    provider,
    rule,
    hosts: hostsIn(rule),
    entryPoints: strings(row.entryPoints ?? [], `entryPoints of ${name}`),
    service: qualified(text(row.service, `service of ${name}`), provider),
    middlewares: strings(row.middlewares ?? [], `middlewares of ${name}`).map((one) =>
      qualified(one, provider),
    ),
    hasTls: row.tls !== undefined,
    status: text(row.status, `status of ${name}`),
  }
}

/** Within one provider, names are written without it. */
const qualified = (name: string, provider: string): string =>
  name.includes('@') ? name : `${name}@${provider}`

function backendsOf(row: Row): Backends {
  const name = text(row.name, 'name of a service')
  const balancer = row.loadBalancer === undefined ? {} : object(row.loadBalancer, 'loadBalancer')
  const { servers = [] } = balancer as Row
  return {
    name,
    status: text(row.status, `status of ${name}`),
    servers: list(servers, `servers of ${name}`).map((server) =>
      text(object(server, `a server of ${name}`).url, `url of a server of ${name}`),
    ),
  }
}

function middlewareOf(row: Row): Middleware {
  const name = text(row.name, 'name of a middleware')
  return {
    name,
    type: text(row.type, `type of ${name}`).toLowerCase(),
    status: text(row.status, `status of ${name}`),
    usedBy: strings(row.usedBy ?? [], `usedBy of ${name}`),
  }
}

const strings = (value: unknown, what: string): readonly string[] =>
  list(value, what).map((item) => text(item, what))
