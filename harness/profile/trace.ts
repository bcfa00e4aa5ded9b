import type { Document } from './document.ts'
import type { About } from './profile.ts'

/** Which sentence a control says it judges, and from which folder. */
export interface Claim {
  /** `<profile>/<slug>`. */
  readonly id: string
  readonly statement: string
  /** Folder of the spec. */
  readonly section: string
}

/** A claim that does not hold: no such statement, or the spec is in another section's folder. */
export interface BadClaim extends Claim {
  readonly because: string
}

/** Who answers for which sentence. Statement ids are in the document's order; every statement is in exactly one of the first three. */
export interface Trace {
  /** Judged by at least one control. */
  readonly claimed: readonly string[]
  /** Declared as not judged by itself, with a reason. */
  readonly narrative: readonly string[]
  /** Judged by nobody. */
  readonly unclaimed: readonly string[]
  /** Those of the unclaimed that a planned control will stand on. */
  readonly planned: readonly string[]
  readonly unknown: readonly BadClaim[]
  /** What the profile says that is not so, a sentence each: ids of nothing, a narrative that is judged, a plan that is done. */
  readonly stale: readonly string[]
}

/**
 * Follows document and controls in both directions. Pure. `controls` are all controls of the profile:
 * with a selection, statements of the others look unclaimed.
 */
export function trace(document: Document, about: About, controls: readonly Claim[]): Trace {
  const sectionOf = new Map(
    document.sections.flatMap(({ slug, statements }) => statements.map(({ id }) => [id, slug])),
  )
  const ids = [...sectionOf.keys()]
  const unknown = controls.flatMap((claim) => {
    const because = reasonAgainst(claim, sectionOf.get(claim.statement))
    return because === undefined ? [] : [{ ...pick(claim), because }]
  })
  const bad = new Set(unknown.map(({ id }) => id))
  const held = new Set(controls.filter(({ id }) => !bad.has(id)).map((claim) => claim.statement))
  const told = new Set(Object.keys(about.narrative))
  const coming = new Set(Object.values(about.planned))
  const unclaimed = ids.filter((id) => !held.has(id) && !told.has(id))
  return {
    claimed: ids.filter((id) => held.has(id)),
    narrative: ids.filter((id) => !held.has(id) && told.has(id)),
    unclaimed,
    planned: unclaimed.filter((id) => coming.has(id)),
    unknown,
    stale: [
      ...staleNarrative(about, ids, held),
      ...stalePlans(about, ids, controls),
      ...staleRulings(about, ids, controls),
    ],
  }
}

const pick = ({ id, statement, section }: Claim): Claim => ({ id, statement, section })

function reasonAgainst(claim: Claim, section: string | undefined): string | undefined {
  if (section === undefined) return `the document has no statement ${claim.statement}`
  if (section !== claim.section)
    return `${claim.statement} stands under ${section}, the spec under ${claim.section}`
  return undefined
}

function staleNarrative(about: About, ids: readonly string[], held: ReadonlySet<string>): string[] {
  const prefixes = new Set(ids.map(prefixOf))
  return Object.entries(about.narrative).flatMap(([id, why]) => {
    const cited = (why.match(/\b[A-Z][A-Z0-9]*-\d+\b/g) ?? []).filter((word) =>
      prefixes.has(prefixOf(word)),
    )
    return [
      ...(ids.includes(id) ? [] : [`narrative ${id} is no statement of the document`]),
      ...(held.has(id) ? [`narrative ${id} is judged by a control: it is no narrative`] : []),
      ...cited
        .filter((other) => !ids.includes(other) || other in about.narrative)
        .map((other) => `narrative ${id} refers to ${other}, which nothing judges`),
    ]
  })
}

function stalePlans(about: About, ids: readonly string[], controls: readonly Claim[]): string[] {
  const written = new Set(controls.map(({ id }) => slugOfControl(id)))
  return [
    ...Object.entries(about.planned)
      .filter(([, statement]) => !ids.includes(statement) || statement in about.narrative)
      .map(([slug, statement]) => `planned ${slug} has nothing to stand on in ${statement}`),
    ...[...Object.keys(about.planned), ...Object.keys(about.notHere)]
      .filter((slug) => written.has(slug))
      .map((slug) => `${slug} is written: it is neither planned nor left out any more`),
  ]
}

function staleRulings(about: About, ids: readonly string[], controls: readonly Claim[]): string[] {
  const known = new Set(controls.map(({ id }) => id))
  const expected = (id: string) => {
    const slug = slugOfControl(id)
    return known.has(id) || slug in about.planned || slug in about.notHere
  }
  return about.rulings.flatMap(({ id, between, affects }) => [
    ...between
      .filter((statement) => !ids.includes(statement))
      .map((statement) => `ruling ${id} is about ${statement}, which is no statement`),
    ...affects
      .filter((control) => !expected(control))
      .map((control) => `ruling ${id} affects ${control}, which is no control`),
  ])
}

const prefixOf = (id: string): string => id.replace(/-\d+$/, '')

const slugOfControl = (id: string): string => id.slice(id.lastIndexOf('/') + 1)
