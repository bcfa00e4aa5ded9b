import { hostCollector } from '../model/collector.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Pi-hole on one host. */
export interface Pihole {
  /** `enabled`, `disabled`, `failed`, `unknown`. */
  readonly blocking: string
  /** Seconds until that changes by itself; absent when it stays. */
  readonly timerSeconds?: number
  readonly blockedDomains: number
  /** When its lists were made last. */
  readonly listsAt: string
  readonly queries: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    pihole: Pihole
  }
}

/** @source pihole api dns/blocking, stats/summary of Pi-hole 6, asked on the host itself */
export const pihole = hostCollector('pihole', {
  where: ({ name }, { dns }) => dns?.product === undefined && dns?.servers.includes(name) === true,
  command: 'b=$(pihole api dns/blocking) || exit; echo "$b"; echo "@@"; pihole api stats/summary',
  parse: ({ stdout }): Pihole => {
    const [first = '', second] = stdout.split('\n@@\n')
    if (second === undefined) throw new Unseen('cut short', 'Pi-hole did not say all')
    const state = object(parseJson(first, 'dns/blocking'), 'dns/blocking')
    const summary = object(parseJson(second, 'stats/summary'), 'stats/summary')
    const gravity = object(summary.gravity, 'gravity')
    return {
      blocking: text(state.blocking, 'blocking'),
      ...(state.timer === null ? {} : { timerSeconds: number(state.timer, 'timer') }),
      blockedDomains: number(gravity.domains_being_blocked, 'domains_being_blocked'),
      listsAt: new Date(number(gravity.last_update, 'last_update') * 1000).toISOString(),
      queries: number(object(summary.queries, 'queries').total, 'total of queries'),
    }
  },
})
