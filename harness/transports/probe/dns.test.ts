import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { both } from './both.ts'
import { datagrams, freePort, serving } from './loopback.ts'

const name = (text: string) =>
  Buffer.concat(
    [...text.split('.'), ''].map((label) =>
      Buffer.from(`${String.fromCharCode(label.length)}${label}`),
    ),
  )
const pointer = Buffer.from([0xc0, 12])

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const head = Buffer.from([0, type, 0, 1, 0, 0, 0, 60, 0, data.length])
  return Buffer.concat([owner, head, data])
}

/** A name server that knows `www.lab`, an alias; `nobody.lab`, without records; and fails for `broken.lab`. */
function answer(query: Buffer): Buffer {
  const asked = query.subarray(12, query.indexOf(0, 12) + 5)
  const first = asked.subarray(1, 1 + (asked[0] ?? 0)).toString()
  const type = asked.at(-3)
  const alias = record(pointer, 5, name('nas.lab'))
  const found =
    first !== 'www'
      ? []
      : ({
          1: [
            alias,
            record(name('nas.lab'), 1, Buffer.from([10, 0, 0, 9])),
            record(name('nas.lab'), 1, Buffer.from([10, 0, 0, 10])),
          ],
          5: [alias],
        }[type ?? 0] ?? [])
  const code = { www: 0, nobody: 0, broken: 2, closed: 5 }[first] ?? 3
  const head = Buffer.concat([
    query.subarray(0, 2),
    Buffer.from([0x81, 0x80 | code, 0, 1, 0, found.length, 0, 0, 0, 0]),
  ])
  return Buffer.concat([head, asked, ...found])
}

describe.each(both)('%s', (_, look) => {
  test('values are listed; none is an answer, a failure is an error', async () => {
    await using server = await datagrams(answer)
    const dns = [
      { name: 'www.lab', type: 'A' },
      { name: 'www.lab', type: 'AAAA' },
      { name: 'www.lab', type: 'CNAME' },
      { name: 'nobody.lab', type: 'A' },
      { name: 'absent.lab', type: 'A' },
      { name: 'broken.lab', type: 'A' },
      { name: 'closed.lab', type: 'A' },
    ] as const

    const said = await look({ dns }, { dnsServers: [`127.0.0.1:${server.port}`] })

    expect(said.dns).toEqual([
      { name: 'www.lab', type: 'A', values: ['10.0.0.10', '10.0.0.9'] },
      { name: 'www.lab', type: 'AAAA', values: [] },
      { name: 'www.lab', type: 'CNAME', values: ['nas.lab'] },
      { name: 'nobody.lab', type: 'A', values: [] },
      { name: 'absent.lab', type: 'A', values: [] },
      { name: 'broken.lab', type: 'A', values: [], error: 'ESERVFAIL' },
      { name: 'closed.lab', type: 'A', values: [], error: 'EREFUSED' },
    ])
  })

  test('an answer too long for a datagram is fetched by TCP', async () => {
    await using server = await datagrams((query) => {
      const head = [0x83, 0x80, 0, 1, 0, 0, 0, 0, 0, 0]
      const question = query.subarray(12, query.indexOf(0, 12) + 5)
      return Buffer.concat([query.subarray(0, 2), Buffer.from(head), question])
    })
    await using _long = await serving(
      createServer((socket) =>
        socket.once('data', (message) => {
          const whole = answer(message.subarray(2))
          socket.end(Buffer.concat([Buffer.from([0, whole.length]), whole]))
        }),
      ),
      '127.0.0.1',
      server.port,
    )
    const dnsServers = [`127.0.0.1:${server.port}`]

    const { dns } = await look({ dns: [{ name: 'www.lab', type: 'A' }] }, { dnsServers })

    expect(dns).toEqual([{ name: 'www.lab', type: 'A', values: ['10.0.0.10', '10.0.0.9'] }])
  })

  test('a name server that is not there has answered nothing', async () => {
    const dnsServers = [`127.0.0.1:${await freePort()}`]

    const { dns } = await look({ dns: [{ name: 'www.lab', type: 'A' }] }, { dnsServers })

    expect(dns).toEqual([{ name: 'www.lab', type: 'A', values: [], error: 'ECONNREFUSED' }])
  })
})
