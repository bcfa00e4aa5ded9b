import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/**
 * One place where an alert can end. Routes are written in the order in which Alertmanager tries them, children
 * before their parent: an alert goes to the first whose matchers all match, and maybe to later ones as well.
 */
export interface Route {
  readonly receiver: string
  /** Its own and those of every route above it. */
  readonly matchers: readonly Matcher[]
  /** Whether it keeps silent at certain times. */
  readonly isTimed: boolean
}

/** What a route, or a silence, asks of the labels of an alert. */
export interface Matcher {
  readonly label: string
  readonly kind: '=' | '!=' | '=~' | '!~'
  readonly value: string
}

/** The tree of routes as a list. A route without a receiver sends to that of its parent. */
export function routesOf(value: unknown, above?: Route): readonly Route[] {
  const of = object(value, 'a route')
  const route: Route = {
    receiver:
      of.receiver === undefined && above
        ? above.receiver
        : text(of.receiver, 'receiver of a route'),
    matchers: [...(above?.matchers ?? []), ...matchersOf(of)],
    isTimed: of.mute_time_intervals !== undefined || of.active_time_intervals !== undefined,
  }
  const children = of.routes === undefined ? [] : list(of.routes, 'routes of a route')
  return [...children.flatMap((child) => routesOf(child, route)), route]
}

function matchersOf(of: Readonly<Record<string, unknown>>): readonly Matcher[] {
  const old = (['match', 'match_re'] as const).flatMap((key) =>
    of[key] === undefined
      ? []
      : Object.entries(object(of[key], `${key} of a route`)).map(([label, value]) => ({
          label,
          kind: key === 'match' ? ('=' as const) : ('=~' as const),
          value: text(value, `${key} of ${label}`),
        })),
  )
  const written = of.matchers === undefined ? [] : list(of.matchers, 'matchers of a route')
  return [...old, ...written.map(matcherOf)]
}

function matcherOf(written: unknown): Matcher {
  const found = /^\s*"?([\w.-]+)"?\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"\s]*))\s*$/.exec(
    text(written, 'a matcher'),
  )
  const [, label, kind, quoted, plain = ''] = found ?? []
  if (label === undefined)
    throw new Unseen('not understood', 'a matcher of a route has another form')
  const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1')
  return { label, kind: kind as Matcher['kind'], value }
}
