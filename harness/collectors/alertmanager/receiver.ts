import { list, object, text } from '../../model/parse.ts'

/** Who is told, by which ways. One without any way is told nothing. */
export interface Receiver {
  readonly name: string
  readonly ways: readonly Way[]
}

interface Way {
  /** As in the configuration without `_configs`: `webhook`, `email`, `slack` … */
  readonly kind: string
  /** Where the message is handed over; absent when Alertmanager hides it. */
  readonly host?: string
}

/** Members that say where a message goes, by kind of receiver. */
const ADDRESSES = [
  'url',
  'api_url',
  'webhook_url',
  'smarthost',
  'api_url_file',
  'service_key_file',
] as const

export function receiverOf(value: unknown): Receiver {
  const of = object(value, 'a receiver')
  const name = text(of.name, 'name of a receiver')
  return {
    name,
    ways: Object.entries(of).flatMap(([key, ways]) =>
      key.endsWith('_configs')
        ? list(ways, `${key} of ${name}`).map((way) => wayOf(way, key.replace(/_configs$/, '')))
        : [],
    ),
  }
}

function wayOf(value: unknown, kind: string): Way {
  const of = object(value, `a ${kind} receiver`)
  const written = ADDRESSES.map((key) => of[key]).find((address) => typeof address === 'string')
  const host = typeof written === 'string' ? hostIn(written) : undefined
  return { kind, ...(host === undefined ? {} : { host }) }
}

/** Of a URL or of `name:port`; nothing of `<secret>`. */
function hostIn(written: string): string | undefined {
  if (URL.canParse(written) && new URL(written).hostname) return new URL(written).hostname
  return /^([\w.-]+):\d+$/.exec(written)?.[1]
}
