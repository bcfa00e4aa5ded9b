import { expect, test } from 'vitest'
import { securityUpdates } from './security-updates.ts'
import { read } from './text/answer.ts'

test('what comes from a source of security updates is pending, with the stamps beside it', () => {
  const answer = [
    'fetched 1795836488',
    'installed 1795750088',
    'pending openssl 3.0.16-1~deb12u1 Debian-Security:12/stable-security [amd64]',
    'pending tzdata 2025b-0+deb12u1 Debian:12.11/stable [all]',
    'held linux-image-amd64',
    'sources 2',
    'listed',
    '',
  ].join('\n')
  expect(read(securityUpdates, answer)).toEqual({
    fetchedAt: '2026-11-28T03:28:08.000Z',
    installedAt: '2026-11-27T03:28:08.000Z',
    pending: ['openssl'],
    held: ['linux-image-amd64'],
    hasSource: true,
  })
})

test('where nobody fetches lists there is no moment, and nothing pending', () => {
  expect(read(securityUpdates, 'sources 0\nlisted\n')).toEqual({
    pending: [],
    held: [],
    hasSource: false,
  })
})

test('an answer that says nothing of sources is cut short', () => {
  expect(() => read(securityUpdates, 'listed\n')).toThrow('sources')
})

test('an answer without its end is cut short', () => {
  expect(() => read(securityUpdates, 'fetched 1795836488\n')).toThrow('no end')
})
