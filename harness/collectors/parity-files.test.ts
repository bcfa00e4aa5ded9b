import { expect, test } from 'vitest'
import { parityFiles } from './parity-files.ts'
import { read } from './text/answer.ts'

test('reads where the array lies; the device has the form of a mount', () => {
  expect(
    read(
      parityFiles,
      'parity 2113 15728640 1795226385 /mnt/parity1/snapraid.parity\ncontent absent /var/snap raid/x\ndata 66309 4096 1795226385 /mnt/disk1\n',
    ),
  ).toEqual([
    {
      kind: 'parity',
      path: '/mnt/parity1/snapraid.parity',
      exists: true,
      device: '8:65',
      sizeBytes: 15728640,
      modifiedAt: '2026-11-21T01:59:45.000Z',
    },
    { kind: 'content', path: '/var/snap raid/x', exists: false },
    {
      kind: 'data',
      path: '/mnt/disk1',
      exists: true,
      device: '259:5',
      sizeBytes: 4096,
      modifiedAt: '2026-11-21T01:59:45.000Z',
    },
  ])
})

test('a content file whose first block cannot be read is told as such', () => {
  expect(
    read(
      parityFiles,
      'content 2065 4782 1795226385 /mnt/disk1/c\ncontent unreadable 2081 4782 1795226385 /mnt/disk2/c\n',
    ).map(({ exists, isReadable, path }) => ({ exists, isReadable, path })),
  ).toEqual([
    { exists: true, isReadable: true, path: '/mnt/disk1/c' },
    { exists: true, isReadable: false, path: '/mnt/disk2/c' },
  ])
})

test('refuses a line of another form', () => {
  expect(() => read(parityFiles, 'parity /mnt/parity1/snapraid.parity\n')).toThrow('another form')
})
