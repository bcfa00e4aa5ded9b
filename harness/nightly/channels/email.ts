import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Message } from '../../../reports/formats/notification.ts'
import type { Channel } from '../channel.ts'

const PATIENCE_MS = 60_000

/** Hands a letter to this machine's sendmail, which queues it: that it arrives is the mail server's word. */
export const email: Channel<'email'> = {
  name: 'email',
  async send({ to, from = to[0] ?? '', sendmail = '/usr/sbin/sendmail' }, message, { signal }) {
    // `-i`: a line with a single dot is no end. Recipients are arguments: no header can add one.
    await feed(sendmail, ['-i', '-f', from, '--', ...to], letter(from, to, message), signal)
  },
}

function letter(from: string, to: readonly string[], { subject, text }: Message): string {
  const domain = from.slice(from.indexOf('@') + 1)
  const body = Buffer.from(text.replaceAll('\n', '\r\n')).toString('base64')
  return [
    `From: Plumbline <${from}>`,
    `To: ${to.join(', ')}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@${domain}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\n')
}

/** Words of at most 75 characters each, so that no header line is too long. */
const encoded = (text: string): string =>
  [...text.matchAll(/.{1,11}/gsu)]
    .map(([part]) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\n ')

function feed(
  program: string,
  args: readonly string[],
  text: string,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const limits = { timeout: PATIENCE_MS, killSignal: 'SIGKILL', signal } as const
    const child = spawn(program, args, { ...limits, stdio: ['pipe', 'ignore', 'ignore'] })
    child.on('error', ({ code, name }: NodeJS.ErrnoException) =>
      reject(
        new Error(`${program} ${code === 'ENOENT' ? 'is not there' : `failed (${code ?? name})`}`),
      ),
    )
    child.on('exit', (status, killedBy) => {
      if (status === 0) return resolve()
      const how = killedBy ? `was ended by ${killedBy}` : `ended with status ${status}`
      reject(new Error(`${program} ${how}`))
    })
    // Its exit status says what went wrong when it does not read.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
