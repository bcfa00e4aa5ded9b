import { describe, expect, test } from 'vitest'
import { both } from './both.ts'
import { datagrams } from './loopback.ts'

const soon = { udpTimeoutMs: 400 }
const found = (location: string) => () =>
  Buffer.from(`HTTP/1.1 200 OK\r\nST: x\r\nLOCATION: ${location}\r\n\r\n`)

/** A gateway of its own loopback address, so that its well-known ports are free. */
let last = 0
const gatewayAddress = () => {
  last += 1
  return `127.91.${process.pid % 250}.${last}`
}

describe.each(both)('%s', (_, look) => {
  test('a gateway that maps ports is caught by each of its protocols', async () => {
    const address = gatewayAddress()
    const heard: string[] = []
    await using everybody = await datagrams(found('http://192.0.2.1:5000/media.xml'))
    await using _unicast = await datagrams(found('http://192.0.2.1:5000/root.xml'), {
      address,
      port: 1900,
      fromElsewhere: true,
    })
    await using _mapping = await datagrams(
      (message) => {
        heard.push(message.toString('hex'))
        return Buffer.from([message[0] ?? 255, 128, 0, 2])
      },
      { address, port: 5351 },
    )
    const ssdp = { address: '127.0.0.1', port: everybody.port }

    const { igd } = await look({ igd: { gateway: address } }, { ...soon, ssdp })

    expect(igd).toEqual({
      ssdp: ['http://192.0.2.1:5000/media.xml', 'http://192.0.2.1:5000/root.xml'],
      natPmp: true,
      pcp: true,
    })
    expect(new Set(heard)).toEqual(
      new Set(['0000', `0200000000000000${'0'.repeat(20)}ffff7f000001`]),
    )
  })

  test('an answer in another version is not taken for this one', async () => {
    const address = gatewayAddress()
    await using everybody = await datagrams(() => Buffer.from('NOTIFY * HTTP/1.1\r\n\r\n'))
    await using _old = await datagrams(() => Buffer.from([0, 128, 0, 1]), { address, port: 5351 })
    const ssdp = { address: '127.0.0.1', port: everybody.port }

    const { igd } = await look({ igd: { gateway: address } }, { ...soon, ssdp })

    expect(igd).toEqual({ ssdp: [], natPmp: true, pcp: false })
  })

  test('a gateway that cannot be asked has not said no', async () => {
    await using everybody = await datagrams(() => undefined)
    const ssdp = { address: '127.0.0.1', port: everybody.port }

    // The kernel refuses to send there without a broadcast socket: nothing leaves.
    const asked = look({ igd: { gateway: '255.255.255.255' } }, { ...soon, ssdp })

    await expect(asked).rejects.toMatchObject({ name: 'Unseen', reason: 'cut short' })
  })

  test('a gateway that refuses has no such protocol', async () => {
    await using everybody = await datagrams(() => undefined)
    const ssdp = { address: '127.0.0.1', port: everybody.port }

    const { igd } = await look({ igd: { gateway: gatewayAddress() } }, { ...soon, ssdp })

    expect(igd).toEqual({ ssdp: [], natPmp: false, pcp: false })
  })
})
