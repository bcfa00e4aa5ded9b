import { expect, test } from 'vitest'
import type { Views } from '#harness'
import { hostOfPlace, isInside } from '../layered/places.ts'

const views = {
  inventory: {
    hosts: [{ name: 'nas', address: '10.10.50.10' }],
    network: { domains: ['home.example.net'], wanIpv4: ['203.0.113.2'] },
    edge: { wanAddress: '203.0.113.2' },
    dns: { local: { 'vault.example.org': '10.10.20.5' } },
  },
} as unknown as Views

test.each([
  'nas',
  'minio',
  '10.10.50.10',
  '172.20.0.3',
  '100.101.1.2',
  '203.0.113.2',
  '[fd00::1]',
  'minio.home.example.net',
  'MinIO.Home.Example.Net.',
  'vault.example.org',
  'nas.local',
  'nas.tail0.ts.net',
])('%s is inside', (at) => {
  expect(isInside(at, views)).toBe(true)
})

test.each(['s3.eu-central-003.backblazeb2.com', '198.51.100.7', '172.32.0.1', 'hc-ping.com'])(
  '%s is outside',
  (at) => {
    expect(isInside(at, views)).toBe(false)
  },
)

test.each([
  ['s3:s3.eu-central-003.backblazeb2.com/lab', 's3.eu-central-003.backblazeb2.com'],
  ['s3:https://minio.home.example.net:9000/lab', 'minio.home.example.net'],
  ['rest:https://ana:x@backup.example.org:8000/', 'backup.example.org'],
  ['sftp:ana@nas:/backup', 'nas'],
  ['sftp://ana@[fd00::1]:22//backup', '[fd00::1]'],
  ['b2:lab:restic', 'b2.invalid'],
  ['rclone:cloud:restic', undefined],
])('%s is at %s', (location, host) => {
  expect(hostOfPlace(location)).toBe(host)
})
