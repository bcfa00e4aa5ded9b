import type { Change, Trouble } from '../../reports/night.ts'
import { changesOf, isBad, type Standing } from './standing.ts'

/** What one channel was told, and what it should have been. */
export interface Told {
  /** How the controls stood when it was last told; absent before the first time. */
  readonly standing?: Standing
  /** The trouble it was told of, and that is not over. */
  readonly trouble?: Trouble
  /** Nights it could not be told of, oldest first. */
  readonly untold: readonly Untold[]
  /** Day of its last digest, YYYY-MM-DD. */
  readonly digestOn?: string
}

interface Untold {
  readonly at: string
  readonly trouble?: Trouble
  /** What had turned bad, by id. */
  readonly bad: Readonly<Record<string, string>>
}

export const NEVER: Told = { untold: [] }

/** How a night ended: how the controls stand (as before, when nothing was judged), and what was wrong with the night itself. */
export interface Ending {
  readonly at: string
  readonly standing: Standing
  readonly trouble?: Trouble
}

/** What a channel does not know yet. */
export interface Unknown {
  readonly changes: readonly Change[]
  readonly trouble?: Trouble
  readonly over?: Trouble
  readonly missed: readonly string[]
}

export function unknownTo(told: Told, { standing, trouble }: Ending): Unknown {
  const changes = changesOf(told.standing ?? {}, standing)
  const isNew = trouble !== undefined && !isSame(told.trouble, trouble)
  const isOver = trouble === undefined && told.trouble !== undefined
  return {
    changes,
    ...(isNew ? { trouble } : {}),
    ...(isOver ? { over: told.trouble } : {}),
    missed: told.untold.flatMap((night) => cameAndWent(night, changes, trouble)),
  }
}

/** The words of bad input say what is to be mended; those of a crash may differ by chance. */
const isSame = (a: Trouble | undefined, b: Trouble): boolean =>
  a?.kind === b.kind && (!['bad input', 'waivers'].includes(b.kind) || a.says === b.says)

/** What was bad on a night that nobody was told of, and is as it was told without having become news. */
function cameAndWent(
  { at, bad, trouble: then }: Untold,
  changes: readonly Change[],
  trouble: Trouble | undefined,
): readonly string[] {
  const news = new Set(changes.map(({ id }) => id))
  const day = at.slice(0, 10)
  return [
    ...(then && !(trouble && isSame(then, trouble)) ? [`${day}: ${then.kind}: ${then.says}`] : []),
    ...Object.entries(bad)
      .filter(([id]) => !news.has(id))
      .map(([id, verdict]) => `${day}: ${id} was ${verdict}`),
  ]
}

/** Whether there is anything to say. */
export const isNews = ({ changes, trouble, over, missed }: Unknown): boolean =>
  changes.length > 0 || missed.length > 0 || trouble !== undefined || over !== undefined

/** What the channel knows once it was told. */
export const afterTelling = (told: Told, ending: Ending, digestOn?: string): Told => ({
  standing: ending.standing,
  ...(ending.trouble ? { trouble: ending.trouble } : {}),
  untold: [],
  ...((digestOn ?? told.digestOn) ? { digestOn: digestOn ?? told.digestOn } : {}),
})

/** What it still has to be told after it could not be; of so many nights at most. */
export function afterSilence(told: Told, ending: Ending, unknown: Unknown, most: number): Told {
  const bad = unknown.changes.flatMap(({ id, to }) => (to && isBad(to) ? [[id, to] as const] : []))
  const night: Untold = {
    at: ending.at,
    ...(unknown.trouble ? { trouble: unknown.trouble } : {}),
    bad: Object.fromEntries(bad),
  }
  return { ...told, untold: [...told.untold, night].slice(-most) }
}
