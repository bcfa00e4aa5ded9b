import type { Message } from '../../reports/formats/notification.ts'
import type { Nightly } from '../model/inventory/nightly.ts'

/** What a channel may use to send. */
export interface Means {
  /** Resolves a reference; what it gives is kept out of every message from then on. */
  readonly secret: (reference: string) => Promise<string>
  readonly signal: AbortSignal
}

export type ChannelName = 'webhook' | 'ntfy' | 'email'

/** A way to tell people: `harness/nightly/channels/<name>.ts`, found by its path. */
export interface Channel<Name extends ChannelName = ChannelName> {
  /** Its key under `nightly` in lab.yaml. */
  readonly name: Name
  /** Resolves when the other side has taken the message; rejects with the reason when not. */
  send(settings: NonNullable<Nightly[Name]>, message: Message, means: Means): Promise<void>
}
