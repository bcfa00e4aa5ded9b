import { expect, test } from 'vitest'
import type { ProbeRequest } from '../model/probe.ts'
import { run } from './probe/both.ts'
import { freePort } from './probe/loopback.ts'
import { parseProbe, probe, probeCommand } from './probe.ts'

const signal = AbortSignal.timeout(60_000)
const request: ProbeRequest = {
  tcp: [{ address: '10.0.0.9', ports: [22, [80, 82]] }],
  dns: [{ name: 'nas.lab', type: 'A' }],
}
const answer = {
  from: ['10.0.0.2'],
  tcp: [{ address: '10.0.0.9', open: [22], refused: 2, filtered: 1, unreachable: 0 }],
  udp: [],
  http: [],
  ssh: [],
  dns: [{ name: 'nas.lab', type: 'A', values: [] }],
}

test('both probes stand where the machine stands', async () => {
  const before = await probe({}, { signal })
  const python = parseProbe(await run(probeCommand({})), {})
  const after = await probe({}, { signal })

  // Interfaces may come and go on the machine of the tests.
  const stayed = before.from.filter((address) => after.from.includes(address))
  expect(python.from).toEqual(expect.arrayContaining(stayed))
  expect([...before.from, ...after.from]).toEqual(expect.arrayContaining([...python.from]))
  expect(python.from.filter((address) => address.startsWith('127.'))).toEqual([])
})

test('a replica says where its vantage stands', async () => {
  const { from } = await probe({}, { signal, from: ['203.0.113.7'] })

  expect(from).toEqual(['203.0.113.7'])
})

test('a probe that is stopped has seen nothing', async () => {
  const stop = new AbortController()
  const tcp = [{ address: '127.0.0.1', ports: [await freePort()] }]
  stop.abort()

  await expect(probe({ tcp }, { signal: stop.signal })).rejects.toMatchObject({
    name: 'Unseen',
    reason: 'timed out',
  })
})

test('a whole answer is read', () => {
  expect(parseProbe(JSON.stringify(answer), request)).toEqual(answer)
})

const scanned = answer.tcp[0]
test.each([
  ['nothing', ''],
  ['noise before the answer', `Welcome!\n${JSON.stringify(answer)}`],
  ['half an answer', JSON.stringify(answer).slice(0, -9)],
  ['a list', '[]'],
  ['a missing part', JSON.stringify({ ...answer, tcp: undefined })],
  ['an unknown part', JSON.stringify({ ...answer, sctp: [] })],
  ['a lost host', JSON.stringify({ ...answer, tcp: [] })],
  ['another host', JSON.stringify({ ...answer, tcp: [{ ...scanned, address: '10.0.0.8' }] })],
  ['a lost port', JSON.stringify({ ...answer, tcp: [{ ...scanned, refused: 1 }] })],
  ['a strange port', JSON.stringify({ ...answer, tcp: [{ ...scanned, open: [443] }] })],
  [
    'a port counted twice',
    JSON.stringify({ ...answer, tcp: [{ ...scanned, open: [22, 22], refused: 1 }] }),
  ],
  ['a count in words', JSON.stringify({ ...answer, tcp: [{ ...scanned, refused: '2' }] })],
  [
    'an answer nobody asked for',
    JSON.stringify({ ...answer, dns: [...answer.dns, answer.dns[0]] }),
  ],
])('%s is not understood', (_, stdout) => {
  expect(() => parseProbe(stdout, request)).toThrow(
    expect.objectContaining({ name: 'Unseen', reason: 'not understood' }),
  )
})

test('the reason of a probe that could not look is kept', () => {
  const unseen = { reason: 'cut short', because: 'the probe may open 16 files at once' }

  expect(() => parseProbe(JSON.stringify({ unseen }), request)).toThrow(
    expect.objectContaining({ name: 'Unseen', reason: 'cut short', message: unseen.because }),
  )
})

test('a request that fits no command line is refused', () => {
  const dns = Array.from({ length: 30_000 }, () => ({
    name: `${crypto.randomUUID()}.lab`,
    type: 'A' as const,
  }))

  expect(() => probeCommand({ dns })).toThrow('ask in parts')
})
