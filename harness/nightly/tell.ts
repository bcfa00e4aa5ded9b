import { type Message, messageOf, type News } from '../../reports/formats/notification.ts'
import type { Telling } from '../../reports/night.ts'
import type { Nightly } from '../model/inventory/nightly.ts'
import { loadAll } from '../run/load.ts'
import type { Channel, Means } from './channel.ts'
import { digestDay } from './digest.ts'
import type { Memory } from './memory.ts'
import { badOf } from './standing.ts'
import { afterSilence, afterTelling, type Ending, isNews, unknownTo } from './told.ts'

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
  { settings, memory, ending, about, keep }: Telltale,
  hush: (text: string) => string,
): Promise<Telling> {
  const told = memory.of(name)
  const unknown = unknownTo(told, ending)
  const today = digestDay(settings.digest, told.digestOn, new Date(ending.at))
  if (!isNews(unknown) && !today) {
    await memory.keep(name, afterTelling(told, ending))
    return { channel: name, outcome: 'nothing to tell' }
  }
  const standing = today ? { standing: badOf(ending.standing) } : {}
  try {
    await send(messageOf({ ...about, at: ending.at, ...unknown, ...standing }))
  } catch (error) {
    await memory.keep(name, afterSilence(told, ending, unknown, keep))
    const because = hush(error instanceof Error ? error.message : String(error))
    return { channel: name, outcome: 'failed', because }
  }
  await memory.keep(name, afterTelling(told, ending, today))
  return { channel: name, outcome: 'told' }
}
