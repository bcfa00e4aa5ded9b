import { expect, test } from 'vitest'
import type { HttpAnswer, ProbeAnswer } from '../model/probe.ts'
import { cloudStatus } from './cloud-status.ts'
import { inventory } from './text/stage.ts'
import { vaultStatus } from './vault-status.ts'

const remote = { url: 'https://x.tail1.ts.net/alive', expect: 200 }
const lab = {
  ...inventory,
  services: [
    { name: 'vault', host: 'v', runtime: 'lxc', role: 'passwords', ports: [443], remote },
    { name: 'cloud', host: 'c', runtime: 'lxc', role: 'cloud', ports: [443], remote },
  ] as const,
}
const vantage = { name: 'tailnet' } as never
const certificate = { subject: 's', issuer: 'i', notAfter: '', valid: true }
const page = (id: string, body: string, more: Partial<HttpAnswer> = {}): HttpAnswer => ({
  id,
  status: 200,
  contentType: 'application/json',
  body,
  tookMs: 1,
  certificate,
  ...more,
})
const probe = (...http: HttpAnswer[]): ProbeAnswer => ({
  from: [],
  tcp: [],
  udp: [],
  ssh: [],
  dns: [],
  http,
})
const alive = page('alive:vault', '"2026-11-21T01:00:00.000000Z"')
const config = (settings: string) => page('vault-config:vault', `{"settings":${settings}}`)

test('sign-up is closed only when it says so', () => {
  const read = (settings: string) =>
    vaultStatus.parse(probe(alive, config(settings)), vantage, lab).config.isRegistrationClosed

  expect(read('{"disableUserRegistration":true}')).toBe(true)
  expect(read('{"disableUserRegistration":false}')).toBe(false)
  expect(() => read('{}')).toThrow('absent')
})

test('an error page has no time, and a certificate that is not valid no trust', () => {
  const broken = page('alive:vault', 'oops', {
    status: 503,
    certificate: { ...certificate, valid: false },
  })
  const seen = vaultStatus.parse(
    probe(broken, config('{"disableUserRegistration":1}')),
    vantage,
    lab,
  )

  expect(seen.alive).toEqual({ status: 503, isTrusted: false })
})

test('a page that did not come back is not one that said no', () => {
  expect(() => vaultStatus.parse(probe(alive), vantage, lab)).toThrow('vault-config:vault')
})

test('reads the status page of Nextcloud, and takes nothing else for it', () => {
  const body =
    '{"installed":true,"maintenance":false,"needsDbUpgrade":false,"version":"31.0.6.2","versionstring":"31.0.6","edition":"","productname":"Nextcloud"}'
  const read = (answer: HttpAnswer) => cloudStatus.parse(probe(answer), vantage, lab)

  expect(read(page('status:cloud', body)).state).toEqual({
    product: 'Nextcloud',
    version: '31.0.6',
    isInstalled: true,
    isInMaintenance: false,
    needsUpgrade: false,
  })
  const login = page('status:cloud', '<html>', { contentType: 'text/html' })
  expect(read(login)).toEqual({ status: 200, isTrusted: true })
  expect(() => read(page('status:cloud', '{"installed":true}'))).toThrow('absent')
})
