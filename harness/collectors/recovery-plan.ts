import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { fieldOf, sectionsOf } from './runbooks/section.ts'

/** A line of the plan: something that can be lost, and how it comes back. */
export interface PlannedRecovery {
  readonly name: string
  /** What the plan says in its column `Critical`; absent when it is neither yes nor no. */
  readonly isCritical?: boolean
  readonly owner?: string
  /** Place among those that are brought back; absent when it is no number. */
  readonly order?: number
  /** Names of what it needs. */
  readonly needs: readonly string[]
  /** Names of what it is brought back from. */
  readonly sources: readonly string[]
}

export interface RecoveryPlan {
  readonly path: string
  /** Day on which somebody went through it, as the plan says. */
  readonly reviewedOn?: string
  /** Where it can be read when the lab is down. */
  readonly offlineCopy?: string
  readonly services: readonly PlannedRecovery[]
  readonly data: readonly PlannedRecovery[]
  /** Paths that it names in code. */
  readonly paths: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    recoveryPlan: RecoveryPlan
  }
}

/**
 * The disaster recovery plan: a table under a heading `Services`, one under `Data`, both with the columns
 * Name, Critical, Owner, Order, Needs and Source; `- Reviewed on:` and `- Offline copy:` at the top.
 *
 * @source the page `iac.plan`, as tracked at HEAD
 */
export const recoveryPlan = documentCollector('recoveryPlan', {
  read: async (documents, { iac }): Promise<RecoveryPlan> => {
    if (!iac) throw new Unseen('not asked', 'the inventory has no "iac": its plan is not known')
    const page = await documents.read(iac.plan)
    const reviewedOn = fieldOf(page, 'Reviewed on')
    const offlineCopy = fieldOf(page, 'Offline copy')
    return {
      path: iac.plan,
      ...(reviewedOn && /^\d{4}-\d\d-\d\d$/.test(reviewedOn) ? { reviewedOn } : {}),
      ...(offlineCopy ? { offlineCopy } : {}),
      services: tableUnder(page, 'Services'),
      data: tableUnder(page, 'Data'),
      paths: [...page.matchAll(/`((?:\.{0,2}\/|[\w-]+\/)[^`\s]*)`/g)].map(([, path = '']) => path),
    }
  },
})

const COLUMNS = ['name', 'critical', 'owner', 'order', 'needs', 'source']

function tableUnder(page: string, heading: string): readonly PlannedRecovery[] {
  const { body = '' } = sectionsOf(page).find(({ title }) => title === heading) ?? {}
  const rows = body
    .split('\n')
    .filter((line) => line.trim().startsWith('|'))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
  const [head = [], , ...lines] = rows
  if (head.map((cell) => cell.toLowerCase()).join() !== COLUMNS.join())
    throw new Unseen('not understood', `the plan has no table under "${heading}" with its columns`)
  return lines.map(
    ([name = '', critical = '', owner = '', order = '', needs = '', source = '']) => ({
      name,
      ...(critical === 'yes' || critical === 'no' ? { isCritical: critical === 'yes' } : {}),
      ...(owner === '' ? {} : { owner }),
      ...(/^\d+$/.test(order) ? { order: Number(order) } : {}),
      needs: wordsOf(needs),
      sources: wordsOf(source),
    }),
  )
}

const wordsOf = (cell: string): readonly string[] =>
  cell.split(/[,\s]+/).filter((word) => /\w/.test(word))
