import { randomBytes } from 'node:crypto'
import type { Output } from '../model/collector.ts'
import type { Section } from '../model/target.ts'
import { Unseen } from '../model/unseen.ts'
import { classify, parseFrames, scriptFor } from './script.ts'
import type { Ran, SshConnection } from './ssh.ts'

/** What a section may take beyond its own limit: the second TERM gives, and some for the shell. */
const graceSeconds = 3
const startSeconds = 10

/**
 * Asks every section of a host in one session. A section that was cut short is absent.
 *
 * @param who names the host in messages
 * @throws Unseen when the host gives nothing: why the script ended, when it did not end by itself
 */
export async function askSections(
  connection: SshConnection,
  who: string,
  sections: readonly Section[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Output>> {
  const nonce = randomBytes(16).toString('hex')
  const limits = sections.map(({ timeoutSeconds }) => timeoutSeconds + graceSeconds)
  const timeoutMs = limits.reduce((sum, seconds) => sum + seconds, startSeconds) * 1000
  const ran = await connection.run(scriptFor(sections, nonce), { timeoutMs, maxBytes }, signal)
  const answers = parseFrames(ran.stdout, nonce)
  if (answers.size === 0 && sections.length > 0) throw nothingOf(who, ran)
  return answers
}

function nothingOf(who: string, { because, status, stdout, stderr }: Ran): Unseen {
  if (because) return because
  return new Unseen(
    classify({ status: status ?? 0, stdout: '', stderr }) ?? 'not understood',
    `${who} ended the script with status ${status} and ${stdout.length} bytes that hold no answer: does a forced command or the login shell stand before \`sh -s\`?`,
  )
}
