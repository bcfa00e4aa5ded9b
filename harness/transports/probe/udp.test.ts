import { describe, expect, test } from 'vitest'
import type { UdpPayload } from '../../model/probe.ts'
import { probe } from '../probe.ts'
import { both } from './both.ts'
import { datagrams, freePort, hasIpv6 } from './loopback.ts'
import { payloads } from './payloads.ts'

const address = '127.0.0.1'
const soon = { udpTimeoutMs: 300 }

describe.each(both)('%s', (_, look) => {
  test('an answer is open, a refusal is closed, silence is neither', async () => {
    await using open = await datagrams((message) => message)
    await using silent = await datagrams(() => undefined)
    const ports = [open.port, silent.port, await freePort()]

    const { udp } = await look(
      { udp: ports.map((port) => ({ address, port, payload: 'dns' })) },
      soon,
    )

    expect(udp.map(({ state }) => state)).toEqual(['open', 'open|filtered', 'closed'])
  })

  test.each(Object.entries(payloads))('a server of %s hears its protocol', async (name, bytes) => {
    const heard: Buffer[] = []
    await using server = await datagrams((message) => {
      heard.push(message)
      return Buffer.from('here')
    })
    const payload = name as UdpPayload

    const { udp } = await look({ udp: [{ address, port: server.port, payload }] })

    expect(udp).toEqual([{ address, port: server.port, state: 'open' }])
    expect(heard[0]).toEqual(bytes)
  })

  test('a device that answers from another port is open', async () => {
    await using device = await datagrams(() => Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), {
      fromElsewhere: true,
    })

    const { udp } = await look({ udp: [{ address, port: device.port, payload: 'ssdp' }] })

    expect(udp[0]?.state).toBe('open')
  })

  test('a server that lost the first question is asked again', async () => {
    let count = 0
    await using server = await datagrams((message) => {
      count += 1
      return count > 1 ? message : undefined
    })

    const { udp } = await look({ udp: [{ address, port: server.port, payload: 'ntp' }] }, soon)

    expect(udp[0]?.state).toBe('open')
  })

  test.skipIf(!hasIpv6)('IPv6 is asked like IPv4', async () => {
    await using server = await datagrams((message) => message, { address: '::1' })

    const { udp } = await look({ udp: [{ address: '::1', port: server.port, payload: 'ntp' }] })

    expect(udp[0]?.state).toBe('open')
  })
})

test('a replica answers for addresses that it has no socket for', async () => {
  const udp = [53, 123].map((port) => ({ address: '192.168.1.9', port, payload: 'dns' as const }))

  const answer = await probe(
    { udp },
    {
      signal: AbortSignal.timeout(60_000),
      route: (_, port) => (port === 53 ? 'refused' : 'filtered'),
    },
  )

  expect(answer.udp.map(({ state }) => state)).toEqual(['closed', 'open|filtered'])
})
