import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCa } from '../../fixtures/targets/embedded/certificates.ts'
import { type HttpAccess, openHttps, type Told } from './https.ts'
import {
  access,
  calm,
  expired,
  failing,
  old,
  own,
  portOf,
  secure,
  seen,
  start,
} from './https-api.test-server.ts'

let end: () => void = () => undefined
beforeAll(async () => {
  end = await start()
})
afterAll(() => end())

describe('an API that is the expected one', () => {
  test.each([
    ['by its CA and name', () => ({})],
    ['by its fingerprint', () => ({ fingerprint: own.fingerprint })],
    [
      'by its fingerprint without colons',
      () => ({ fingerprint: own.fingerprint.replaceAll(':', '').toLowerCase() }),
    ],
    [
      'by its fingerprint, although it has expired',
      () => ({
        fingerprint: expired.fingerprint,
        route: { address: '127.0.0.1', port: portOf(old) },
      }),
    ],
  ])('is asked, known %s', async (_, more) => {
    await using get = await openHttps(access(more()), calm)

    for (const path of ['/ok?a=1', '/ok?a=1'])
      expect([{ data: [null, 1] }, 1]).toContainEqual(await get(path))
  })

  test('is asked with the names of the URL, and only with GET', async () => {
    seen.length = 0
    await using get = await openHttps(access(), calm)
    await get('/ok?a=1')

    expect(seen).toEqual(['GET pve.test:8006 /api/ok?a=1 Bearer s3cr3t'])
  })

  test('is compared with the pin on every connection', async () => {
    let connections = 0
    secure.on('secureConnection', () => connections++)
    await using get = await openHttps(access({ fingerprint: own.fingerprint }), calm)
    await Promise.all([get('/ok?a=1'), get('/ok?a=1'), get('/problem')])

    expect(connections).toBeGreaterThan(1)
  })

  test('leaves evidence of every answer, without the token', async () => {
    const told: Told[] = []
    await failing('/nothing', { onAnswer: (one) => told.push(one) })

    expect(told).toMatchObject([
      { source: 'proxmox API', ask: 'GET /nothing', bytes: 2, text: '{}' },
    ])
    expect(JSON.stringify(told)).not.toContain('s3cr3t')
  })

  test('gives any answer raw', async () => {
    await using get = await openHttps(access(), calm)

    expect(await get.raw('/broken')).toEqual({
      status: 500,
      contentType: 'text/plain',
      text: 'stack trace',
    })
    expect(await get.raw('/moved')).toMatchObject({ status: 302 })
  })
})

describe('an API that is somebody else', () => {
  test.each([
    ['of another CA', () => ({ ca: makeCa().caPem })],
    ['of another name', () => ({ url: 'https://other.test/api' })],
    ['of another fingerprint', () => ({ fingerprint: makeCa().issue('pve.test').fingerprint })],
    ['of an empty fingerprint', () => ({ fingerprint: '' })],
    ['known by no authority', () => ({ fingerprint: undefined })],
    ['that has expired', () => ({ route: { address: '127.0.0.1', port: portOf(old) } })],
  ])('%s is never sent a request', async (_, more) => {
    seen.length = 0
    const failed = await failing('/ok?a=1', more() as Partial<HttpAccess>)

    expect(failed).toMatchObject({ name: 'Unseen', reason: 'unauthenticated' })
    expect(seen).toEqual([])
  })

  test('is named by both fingerprints', async () => {
    const pin = 'AB'.repeat(32)
    const failed = await failing('/ok?a=1', { fingerprint: pin })

    expect(failed.message).toContain(pin)
    expect(failed.message).toContain(own.fingerprint)
  })
})
