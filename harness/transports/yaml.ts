import { parse, YAMLParseError } from 'yaml'
import { Unseen } from '../model/unseen.ts'

/**
 * The plain values of a YAML text.
 *
 * @throws Unseen when it is none; the message holds source and line, never the text, which may be a secret
 */
export function parseYaml(text: string, source: string): unknown {
  try {
    return parse(text, { logLevel: 'error' })
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos?.[0].line ?? 0
    throw new Unseen('not understood', `${source} is no YAML at line ${line}`)
  }
}
