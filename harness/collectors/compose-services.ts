import { documentCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'

/** A service as a tracked Compose file defines it. */
export interface ComposeService {
  readonly file: string
  readonly service: string
  /** As written, variables and all; absent when it is built. */
  readonly image?: string
  readonly environmentNames: readonly string[]
  /** Values that are neither variables nor empty, by name: only whether there is one. */
  readonly literalNames: readonly string[]
  readonly envFiles: readonly string[]
  readonly hasHealthCheck: boolean
  readonly dependsOn: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Services of every tracked `compose.yaml`, `docker-compose.yml` and their like. */
    composeServices: readonly ComposeService[]
  }
}

const COMPOSE = /(^|\/)(docker-)?compose[^/]*\.ya?ml$/

/** @source Compose files as tracked at HEAD; values of variables are not kept */
export const composeServices = documentCollector('composeServices', {
  read: async (documents, { iac }): Promise<readonly ComposeService[]> => {
    if (!iac)
      throw new Unseen('not asked', 'the inventory has no "iac": its repository is not read')
    const files = (await documents.list()).filter((path) => COMPOSE.test(path))
    const found: ComposeService[] = []
    for (const file of files) {
      const { services } = object(parseYaml(await documents.read(file), file), file)
      for (const [name, value] of Object.entries(object(services, `services of ${file}`)))
        found.push(serviceOf(file, name, object(value, `${name} of ${file}`)))
    }
    return found
  },
})

function serviceOf(
  file: string,
  service: string,
  row: Readonly<Record<string, unknown>>,
): ComposeService {
  const environment = pairsOf(row.environment, `environment of ${service}`)
  return {
    file,
    service,
    ...(row.image === undefined ? {} : { image: text(row.image, `image of ${service}`) }),
    environmentNames: environment.map(([name]) => name),
    literalNames: environment
      .filter(([, value]) => value !== '' && !/^\$\{?\w+/.test(value))
      .map(([name]) => name),
    envFiles: wordsOf(row.env_file, `env_file of ${service}`),
    hasHealthCheck: row.healthcheck !== undefined,
    dependsOn: wordsOf(row.depends_on, `depends_on of ${service}`),
  }
}

/** `NAME=value` in a list, or a map. */
function pairsOf(value: unknown, what: string): readonly (readonly [string, string])[] {
  if (value === undefined) return []
  if (!Array.isArray(value))
    return Object.entries(object(value, what)).map(([name, it]) => [name, String(it ?? '')])
  return list(value, what).map((one) => {
    const [, name = '', it = ''] = /^([^=]*)=?(.*)$/s.exec(text(one, what)) ?? []
    return [name, it]
  })
}

/** One word, a list of words or of objects with a `path`, or the keys of a map. */
function wordsOf(value: unknown, what: string): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return Object.keys(object(value, what))
  return list(value, what).map((one) =>
    typeof one === 'string' ? one : text(object(one, what).path, `path in ${what}`),
  )
}
