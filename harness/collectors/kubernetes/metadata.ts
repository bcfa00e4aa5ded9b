import { object, text } from '../../model/parse.ts'
import { maybe, rows, type Shape, textsByName } from './parts.ts'

/** What every object carries. */
export interface Meta {
  readonly name: string
  /** Absent for what belongs to the cluster as a whole. */
  readonly namespace?: string
  readonly labels: Readonly<Record<string, string>>
  readonly createdAt: string
  /** Who made it, by kind and name, e.g. `ReplicaSet/web-5d9`: the controller, where there is one. */
  readonly owner?: string
}

export function metaOf(item: Shape, what: string): Meta {
  const metadata = object(item.metadata, `metadata of ${what}`)
  const name = text(metadata.name, `name of ${what}`)
  const about = `${what} ${name}`
  const owners = rows(metadata.ownerReferences, `ownerReferences of ${about}`)
  const owner = owners.find(({ controller }) => controller === true) ?? owners[0]
  return {
    name,
    ...maybe(
      'namespace',
      metadata.namespace === undefined
        ? undefined
        : text(metadata.namespace, `namespace of ${about}`),
    ),
    labels: textsByName(metadata.labels, `labels of ${about}`),
    createdAt: text(metadata.creationTimestamp, `creationTimestamp of ${about}`),
    ...maybe(
      'owner',
      owner && `${text(owner.kind, 'kind of an owner')}/${text(owner.name, 'name of an owner')}`,
    ),
  }
}

/** Metadata of what lives in a namespace. */
export function placedMetaOf(item: Shape, what: string): Meta & { readonly namespace: string } {
  const meta = metaOf(item, what)
  return { ...meta, namespace: text(meta.namespace, `namespace of ${what} ${meta.name}`) }
}

/** Annotations whose names start with one of these; anybody may write anything into the others. */
export function annotationsOf(
  item: Shape,
  what: string,
  prefixes: readonly string[],
): Readonly<Record<string, string>> {
  const all = textsByName(object(item.metadata, what).annotations, `annotations of ${what}`)
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix))),
  )
}

/** A condition, as controllers write it into a status. */
export interface Condition {
  readonly type: string
  /** `True`, `False` or `Unknown`. */
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly changedAt?: string
}

export const conditionsOf = (value: unknown, what: string): readonly Condition[] =>
  rows(value, `conditions of ${what}`).map((row) => ({
    type: text(row.type, `type of a condition of ${what}`),
    status: text(row.status, `status of a condition of ${what}`),
    ...maybe('reason', optional(row.reason)),
    ...maybe('message', optional(row.message)?.slice(0, 300)),
    ...maybe('changedAt', optional(row.lastTransitionTime)),
  }))

const optional = (value: unknown): string | undefined =>
  value === undefined || value === null || value === '' ? undefined : text(value, 'a condition')
