import { number, object, text } from '../../model/parse.ts'
import { type Meta, placedMetaOf } from './metadata.ts'
import { given, isOn, maybe, part, rows, type Shape, words } from './parts.ts'

/** One application of ArgoCD: where it comes from, where it goes, and what was last found. */
export interface Application extends Meta {
  readonly namespace: string
  readonly project: string
  readonly destination: string
  readonly sources: readonly AppSource[]
  /** Absent: somebody has to press a button. */
  readonly automated?: { readonly isOn: boolean; readonly prunes: boolean; readonly heals: boolean }
  /** Differences that are overlooked, by kind. */
  readonly ignores: readonly string[]
  /** Past deployments kept; ten by default. */
  readonly historyLimit: number
  /** `Synced`, `OutOfSync`, `Unknown`; empty when never found. */
  readonly sync: string
  readonly revisions: readonly string[]
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing`, `Unknown`; empty when never found. */
  readonly health: string
  readonly healthChangedAt?: string
  /** Of the last deployment: `Succeeded`, `Failed`, `Error`, `Running`. */
  readonly phase?: string
  readonly resources: readonly AppResource[]
  readonly history: readonly { readonly revisions: readonly string[]; readonly at: string }[]
}

export interface AppSource {
  readonly repo: string
  readonly revision: string
  readonly path?: string
  readonly chart?: string
}

export interface AppResource {
  readonly group: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly wave: number
  readonly status?: string
  readonly health?: string
}

const HISTORY = 10

export function applicationOf(item: Shape): Application {
  const meta = placedMetaOf(item, 'an application')
  const what = `application ${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const status = part(item.status, `status of ${what}`)
  const sync = part(status.sync, `sync of ${what}`)
  const health = part(status.health, `health of ${what}`)
  const say = (value: unknown, part: string) => given(value, `${part} of ${what}`, text)
  const { automated } = part(spec.syncPolicy, `syncPolicy of ${what}`)
  return {
    ...meta,
    project: text(spec.project, `project of ${what}`),
    destination: say(part(spec.destination, what).namespace, 'destination') ?? '',
    sources: [
      ...(spec.source === undefined ? [] : [object(spec.source, what)]),
      ...rows(spec.sources, `sources of ${what}`),
    ].map((row) => sourceOf(row, what)),
    ...maybe('automated', given(automated, `automated of ${what}`, automatedOf)),
    ignores: rows(spec.ignoreDifferences, what).map(({ kind }) => text(kind, what)),
    historyLimit:
      given(spec.revisionHistoryLimit, `revisionHistoryLimit of ${what}`, number) ?? HISTORY,
    sync: say(sync.status, 'sync') ?? '',
    revisions: revisionsOf(sync, what),
    health: say(health.status, 'health') ?? '',
    ...maybe('healthChangedAt', say(health.lastTransitionTime, 'health')),
    ...maybe('phase', say(part(status.operationState, what).phase, 'phase')),
    resources: rows(status.resources, `resources of ${what}`).map((row) => resourceOf(row, what)),
    history: rows(status.history, `history of ${what}`).map((row) => ({
      revisions: revisionsOf(row, what),
      at: text(row.deployedAt, `history of ${what}`),
    })),
  }
}

/** One revision, or one for each of several sources. */
const revisionsOf = ({ revision, revisions }: Shape, what: string): readonly string[] => {
  const one = given(revision, `revision of ${what}`, text)
  return one ? [one] : words(revisions, `revisions of ${what}`)
}

/** `automated: {}` is on; only `enabled: false` switches it off again. */
const automatedOf = (value: unknown, what: string) => {
  const { enabled, prune, selfHeal } = object(value, what)
  return {
    isOn: given(enabled, `enabled, ${what}`, isOn) ?? true,
    prunes: isOn(prune, `prune, ${what}`),
    heals: isOn(selfHeal, `selfHeal, ${what}`),
  }
}

const sourceOf = (row: Shape, what: string): AppSource => ({
  repo: withoutLogin(text(row.repoURL, `repoURL of ${what}`)),
  revision: given(row.targetRevision, `targetRevision of ${what}`, text) ?? 'HEAD',
  ...maybe('path', given(row.path, `path of ${what}`, text)),
  ...maybe('chart', given(row.chart, `chart of ${what}`, text) || undefined),
})

/** A URL may carry a password. */
const withoutLogin = (url: string): string => url.replace(/^(https?:\/\/)[^/@]*@/, '$1***@')

function resourceOf(row: Shape, what: string): AppResource {
  const say = (value: unknown) => given(value, `a resource of ${what}`, text)
  return {
    group: say(row.group) ?? '',
    kind: text(row.kind, `a resource of ${what}`),
    namespace: say(row.namespace) ?? '',
    name: text(row.name, `a resource of ${what}`),
    wave: given(row.syncWave, `syncWave of ${what}`, number) ?? 0,
    ...maybe('status', say(row.status)),
    ...maybe('health', say(part(row.health, what).status)),
  }
}
