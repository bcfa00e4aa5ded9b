import { type Message, messageOf, type News } from '../../reports/formats/notification.ts'
import type { Telling } from '../../reports/night.ts'
import type { Nightly } from '../model/inventory/nightly.ts'
import { loadAll } from '../run/load.ts'
import type { Channel, Means } from './channel.ts'
import { digestDay } from './digest.ts'
import type { Memory } from './memory.ts'
import { badOf } from './standing.ts'
import { afterSilence, afterTelling, type Ending, isNews, type Unknown, unknownTo } from './told.ts'

/** Everything but what each channel knows already. */
export type About = Omit<News, 'changes' | 'trouble' | 'over' | 'missed' | 'standing' | 'at'>

interface Telltale {
  readonly settings: Nightly
  readonly memory: Memory
  readonly ending: Ending
  readonly about: About
  /** How many nights that could not be told are remembered. */
  readonly keep: number
}

/** A channel that is ready to send. */
export interface Line {
  readonly name: string
  send(message: Message): Promise<void>
}

/** The channels that are set up. */
export async function linesOf(settings: Nightly, means: Means): Promise<readonly Line[]> {
  const channels = await loadAll<Channel>('harness/nightly/channels/*.ts')
  return channels.flatMap((channel) => {
    const mine = settings[channel.name]
    return mine === undefined
      ? []
      : [{ name: channel.name, send: (message) => channel.send(mine, message, means) }]
  })
}

/** Tells one channel what it does not know yet. What it knows only moves on when it was told. */
export async function tell(
  { name, send }: Line,
  telltale: Telltale,
  hush: (text: string) => string,
): Promise<Telling> {
  const { settings, memory, ending, about, keep } = telltale
  const told = memory.of(name)
  const unknown = unknownTo(told, ending)
  const today = digestDay(settings.digest, told.digestOn, new Date(ending.at))
  const isDue = isNews(unknown) || today !== undefined
  try {
    if (isDue) await send(messageOf({ ...about, ...newsOf(unknown, ending, today) }))
  } catch (error) {
    const kept = await whyNot(memory.keep(name, afterSilence(told, ending, unknown, keep)))
    return failed(name, hush([saying(error), ...kept].join('; ')))
  }
  const kept = await whyNot(memory.keep(name, afterTelling(told, ending, today)))
  if (kept.length > 0) return failed(name, kept.join())
  return { channel: name, outcome: isDue ? 'told' : 'nothing to tell' }
}

/** A night that is no proof says so in every message; on the day of the digest all that is bad is told once more. */
const newsOf = (
  unknown: Unknown,
  { at, standing, trouble }: Ending,
  today: string | undefined,
) => ({
  ...{ ...unknown, at },
  ...(trouble ? { trouble } : {}),
  ...(today ? { standing: badOf(standing) } : {}),
})

const failed = (channel: string, because: string): Telling => ({
  channel,
  outcome: 'failed',
  because,
})

const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Why something could not be kept; nothing when it could. */
const whyNot = (keeping: Promise<void>): Promise<readonly string[]> =>
  keeping.then(
    () => [],
    (error: unknown) => [`what was told could not be kept: ${saying(error)}`],
  )
