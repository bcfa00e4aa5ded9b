import { documentCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'
import { part, rows, type Shape, words } from './kubernetes/parts.ts'

/** A rule of the API server's audit policy; the first one that matches a request decides. An empty list means any. */
export interface AuditRule {
  /** `None`, `Metadata`, `Request`, `RequestResponse`. */
  readonly level: string
  readonly users: readonly string[]
  readonly groups: readonly string[]
  readonly verbs: readonly string[]
  readonly resources: readonly {
    readonly group: string
    readonly resources: readonly string[]
    /** Of single objects; none means any. */
    readonly names: readonly string[]
  }[]
  readonly namespaces: readonly string[]
  /** Stages that are not recorded, by the rule or by the whole policy: `RequestReceived`, `ResponseComplete` … */
  readonly omitted: readonly string[]
  /** About URLs that are no resources. */
  readonly urls: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** As the machine configuration in the repository sets it. */
    auditPolicy: { readonly path: string; readonly rules: readonly AuditRule[] }
  }
}

/** @source cluster.apiServer.auditPolicy of the YAML below `talos/`, as tracked at HEAD */
export const auditPolicy = documentCollector('auditPolicy', {
  read: async (documents) => {
    const paths = (await documents.list()).filter((path) => /^talos\/.*\.ya?ml$/.test(path))
    const found: { path: string; rules: readonly AuditRule[] }[] = []
    for (const path of paths) {
      const page = parseYaml(await documents.read(path), path)
      const server = part(part(part(page, path).cluster, path).apiServer, path)
      if (server.auditPolicy !== undefined)
        found.push({ path, rules: rulesOf(object(server.auditPolicy, path), path) })
    }
    const [one, second] = found
    if (!one || second)
      throw new Unseen('not understood', `talos/ sets the audit policy ${found.length} times`)
    return one
  },
})

const rulesOf = (policy: Shape, path: string): readonly AuditRule[] =>
  rows(policy.rules, `rules in ${path}`).map((rule) => ({
    level: text(rule.level, `level of a rule in ${path}`),
    users: words(rule.users, `users in ${path}`),
    groups: words(rule.userGroups, `userGroups in ${path}`),
    verbs: words(rule.verbs, `verbs in ${path}`),
    resources: rows(rule.resources, `resources in ${path}`).map((row) => ({
      group: row.group === undefined ? '' : text(row.group, `a group in ${path}`),
      resources: words(row.resources, `resources in ${path}`),
      names: words(row.resourceNames, `resourceNames in ${path}`),
    })),
    namespaces: words(rule.namespaces, `namespaces in ${path}`),
    omitted: [policy.omitStages, rule.omitStages].flatMap((some) =>
      words(some, `omitStages in ${path}`),
    ),
    urls: words(rule.nonResourceURLs, `nonResourceURLs in ${path}`),
  }))
