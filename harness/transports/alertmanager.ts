import { parse, YAMLParseError } from 'yaml'
import { Unseen } from '../model/unseen.ts'

/**
 * The configuration that Alertmanager says it runs with, as plain values. It writes secrets as
 * `<secret>` itself; what it writes out, an address with a token in its path, is the caller's to drop.
 *
 * @param original `config.original` of `GET /api/v2/status`
 * @throws Unseen when it is no YAML; the message holds the place, never the text
 */
export function configuration(original: string): unknown {
  try {
    return parse(original)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos?.[0].line ?? 0
    throw new Unseen(
      'not understood',
      `the configuration of Alertmanager is no YAML at line ${line}`,
    )
  }
}
