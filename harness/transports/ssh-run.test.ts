import type { ServerChannel } from 'ssh2'
import { afterAll, expect, test } from 'vitest'
import { openSsh, type SshConnection } from './ssh.ts'
import { socketOf, type TestHost, testHost, testKey } from './ssh-host.test-server.ts'

const key = testKey()
const calm = new AbortController().signal
const limits = { timeoutMs: 20_000, maxBytes: 100_000 }
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** A login to a host that answers every command with `exec`. */
async function login(
  exec?: (channel: ServerChannel, command: string) => void,
  more: { become?: 'sudo'; keepaliveMs?: number } = {},
): Promise<{ connection: SshConnection; host: TestHost }> {
  const host = await testHost(key, key, exec)
  closing.push(() => host[Symbol.asyncDispose]())
  const { port } = host
  const about = { name: 'vm100', address: '127.0.0.1', user: 'plumb', hostKey: key.fingerprint }
  const become = more.become ?? 'none'
  const connection = await openSsh(
    { port, privateKey: key.privateKey, ...about, ...more, become },
    calm,
  )
  closing.push(() => connection.close())
  return { connection, host }
}

test('a script that hangs is left at the deadline, and what it had said is kept', async () => {
  const { connection } = await login()
  const ran = await connection.run('echo before; sleep 30', { ...limits, timeoutMs: 400 }, calm)

  expect(ran).toMatchObject({ truncated: true, status: null, because: { reason: 'timed out' } })
  expect(ran.stdout.toString()).toBe('before\n')
})

test('a deadline of the caller counts like our own, an interrupt does not', async () => {
  const { connection } = await login()
  const late = await connection.run('echo before; sleep 30', limits, AbortSignal.timeout(400))
  const interrupt = AbortSignal.abort(new Error('interrupted'))

  expect(late).toMatchObject({ truncated: true, because: { reason: 'timed out' } })
  await expect(connection.run('sleep 30', limits, interrupt)).rejects.toThrow('interrupted')
})

test('a host that does not open a session is not waited for', async () => {
  const { connection, host } = await login()
  for (const one of host.connections)
    one.removeAllListeners('session').on('session', () => undefined)

  await expect(connection.run('true', { ...limits, timeoutMs: 300 }, calm)).rejects.toMatchObject({
    reason: 'timed out',
  })
})

test('an answer without end is stopped at the byte limit', async () => {
  const { connection } = await login()

  await expect(
    connection.run('while :; do echo yyyyyyyy; done', limits, calm),
  ).rejects.toMatchObject({
    reason: 'too large',
  })
  expect((await connection.run('echo alive', limits, calm)).stdout.toString()).toBe('alive\n')
})

test('complaints without end cost no memory', async () => {
  const { connection } = await login((channel) => {
    channel.stderr.write('x'.repeat(500_000))
    channel.exit(1)
    channel.end()
  })

  expect((await connection.run('true', limits, calm)).stderr.length).toBeLessThanOrEqual(16_384)
})

test('an answer without an exit status was cut', async () => {
  const { connection } = await login((channel) => {
    channel.write('half')
    channel.close()
  })
  const ran = await connection.run('true', limits, calm)

  expect(ran).toMatchObject({ truncated: true, status: null, because: { reason: 'cut short' } })
  expect(ran.stdout.toString()).toBe('half')
})

test('a connection that breaks cuts the answer, and gives no other', async () => {
  const { connection, host } = await login((channel) => {
    channel.write('half', () => {
      for (const one of host.connections) one.end()
    })
  })
  const ran = await connection.run('true', limits, calm)

  expect(ran).toMatchObject({ truncated: true, because: { reason: 'cut short' } })
  await expect(connection.run('true', limits, calm)).rejects.toMatchObject({ reason: 'cut short' })
  await expect(connection.streamLocal('/x')).rejects.toMatchObject({ reason: 'cut short' })
})

test('a host that goes silent is noticed by its missing keepalives', async () => {
  const { connection, host } = await login(() => pause(host), { keepaliveMs: 50 })
  const ran = await connection.run('true', limits, calm)

  expect(ran.because).toMatchObject({ reason: 'cut short' })
  expect(ran.because?.message).toContain('keepalives')
})

/** Stops a server from reading, as a paused machine does. */
function pause({ connections }: TestHost): void {
  for (const one of connections) socketOf(one).pause()
}

const say = (status: number, stderr: string) => (channel: ServerChannel) => {
  channel.stderr.write(`${stderr}\n`)
  channel.exit(status)
  channel.end()
}

test.each([
  [1, 'sudo: a password is required', 'not permitted', 'NOPASSWD'],
  [1, 'plumb is not in the sudoers file.', 'not permitted', 'rule'],
  [1, 'Sorry, user plumb is not allowed to execute', 'not permitted', 'rule'],
  [127, 'bash: line 1: sudo: command not found', 'tool absent', 'install'],
])('a refusal of sudo (%i, %s) is %s, with a remedy', async (status, stderr, reason, remedy) => {
  const { connection, host } = await login(say(status, stderr), { become: 'sudo' })
  const failed = await connection.run('true', limits, calm).catch((error) => error)

  expect(failed).toMatchObject({ name: 'Unseen', reason })
  expect(failed.message).toContain(remedy)
  expect(host.log).toEqual(['sudo -n sh -s'])
})

test('any other failure of a script is an answer', async () => {
  const { connection } = await login(say(1, 'no such luck'), { become: 'sudo' })

  expect(await connection.run('true', limits, calm)).toMatchObject({ status: 1, truncated: false })
})
