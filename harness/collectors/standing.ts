import { vantageCollector } from '../model/collector.ts'
import { type Standing, standingOf } from './scan/standing-of.ts'

declare module '../model/facts.ts' {
  interface VantageFacts {
    standing: Standing
  }
}

/**
 * The controls of a look, made in the same look as everything else from there.
 *
 * @source TCP connects to the vantage's `positive` and `negative`, and the probe's own addresses
 */
export const standing = vantageCollector('standing', {
  ask: ({ positive, negative }) => ({
    tcp: [positive, negative].map(({ address, port }) => ({ address, ports: [port] })),
  }),
  parse: standingOf,
})
