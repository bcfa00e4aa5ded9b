import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveAt } from './dns.ts'

const calm = new AbortController().signal
const socket = createSocket('udp4')
const server = () => `127.0.0.1:${socket.address().port}`
const asked: string[] = []

/** Response codes by name, as in RFC 1035; `found.test` has one A record. */
const codes: Record<string, number> = {
  'found.test': 0,
  'nodata.test': 0,
  'servfail.test': 2,
  'nowhere.test': 3,
  'refused.test': 5,
}

socket.on('message', (question, { port, address }) => {
  const name = nameIn(question)
  asked.push(name)
  if (name === 'silent.test') return
  const isFound = name === 'found.test'
  const header = Buffer.alloc(12)
  question.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8180 | (codes[name] ?? 3), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(isFound ? 1 : 0, 6)
  const section = question.subarray(12, 12 + name.length + 2 + 4)
  const record = Buffer.from('c00c00010001000000000004c000020a', 'hex')
  socket.send(Buffer.concat([header, section, ...(isFound ? [record] : [])]), port, address)
})

function nameIn(question: Buffer): string {
  const labels: string[] = []
  for (let at = 12, length = question[at]; length; length = question[at]) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString())
    at += length + 1
  }
  return labels.join('.').toLowerCase()
}

beforeAll(async () => {
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
})
afterAll(() => socket.close())

const resolve = (name: string, at = server()) =>
  resolveAt(at, name, 'A', { timeoutMs: 300, signal: calm })

test.each([
  ['found.test', { state: 'answered', values: ['192.0.2.10'] }],
  ['nodata.test', { state: 'nodata', values: [] }],
  ['nowhere.test', { state: 'nxdomain', values: [] }],
])('%s is an answer', async (name, answer) => {
  expect(await resolve(name)).toEqual(answer)
})

test.each([
  ['servfail.test', 'not understood'],
  ['refused.test', 'not permitted'],
  ['silent.test', 'timed out'],
])('%s is no answer: %s', async (name, reason) => {
  await expect(resolve(name)).rejects.toMatchObject({ name: 'Unseen', reason })
})

test('a server that is not there is no answer', async () => {
  const spare = createSocket('udp4').bind(0, '127.0.0.1')
  await once(spare, 'listening')
  const gone = `127.0.0.1:${spare.address().port}`
  spare.close()

  await expect(resolve('found.test', gone)).rejects.toMatchObject({
    reason: expect.stringMatching(/refused|timed out/),
  })
})

test('every question is really asked, under its own name only', async () => {
  asked.length = 0
  await resolve('found.test')
  await resolve('found.test')
  await resolve('nowhere.test')

  expect(asked).toEqual(['found.test', 'found.test', 'nowhere.test'])
})

test('an interrupt is no answer', async () => {
  const signal = AbortSignal.timeout(50)

  await expect(
    resolveAt(server(), 'silent.test', 'A', { timeoutMs: 5_000, signal }),
  ).rejects.toMatchObject({ reason: 'timed out' })
})
