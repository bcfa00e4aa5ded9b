import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'

/** Portainer and the engines that it manages. */
export interface Portainer {
  readonly version: string
  /** Complete when any is seen: a user who may see none gets an empty list, not a refusal. */
  readonly environments: Census<PortainerEnvironment>
}

export interface PortainerEnvironment {
  readonly name: string
  /** Where its agent or socket is, e.g. `tcp://192.168.0.22:9001` or `unix:///var/run/docker.sock`. */
  readonly url: string
  readonly isUp: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    portainer: Portainer
  }
}

/** @source GET /api/system/status, /api/endpoints of Portainer 2.18 or later */
export const portainer = apiCollector('portainer', {
  api: 'portainer',
  read: async (get): Promise<Portainer> => {
    const status = object(await get('/api/system/status'), 'status of Portainer')
    const items = list(await get('/api/endpoints'), 'environments').map(environmentOf)
    return {
      version: text(status.Version, 'Version of Portainer'),
      environments:
        items.length > 0
          ? { items, complete: true }
          : {
              items,
              complete: false,
              because: 'Portainer shows this key no environment: give its user access to them',
            },
    }
  },
})

function environmentOf(value: unknown): PortainerEnvironment {
  const row = object(value, 'an environment')
  const name = text(row.Name, 'Name of an environment')
  return {
    name,
    url: text(row.URL, `URL of ${name}`),
    isUp: number(row.Status, `Status of ${name}`) === 1,
  }
}
