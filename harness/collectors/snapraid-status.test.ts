import { expect, test } from 'vitest'
import { snapraidStatus } from './snapraid-status.ts'
import { read } from './text/answer.ts'

/** Tags of snapraid 12.2 on three disks of ext4, as the command leaves them. Every one of these answers came with exit status 0. */
const answer = (
  blocks: number,
  unsynced: number,
  bad: string,
  files = 18,
): string => `summary:block_size:65536
summary:disk_block_allocated:d1:5
summary:disk_block_allocated:d2:1
summary:disk_block_allocated:d3:240
summary:file_count:${files}
block_count:${blocks}
summary:has_unsynced:${unsynced}
summary:has_unscrubbed:32
summary:has_bad:${bad}
`

test('reads an array in health', () => {
  expect(read(snapraidStatus, answer(240, 0, '0:0:0'))).toEqual({
    files: 18,
    blockBytes: 65536,
    blocks: 240,
    unsyncedBlocks: 0,
    unscrubbedBlocks: 32,
    badBlocks: 0,
    blocksByDisk: { d1: 5, d2: 1, d3: 240 },
  })
})

test('a sync that was broken off shows as unsynced blocks, whatever the exit status', () => {
  expect(read(snapraidStatus, answer(240, 48, '0:0:0')).unsyncedBlocks).toBe(48)
})

test('bad blocks are counted by the first of three numbers', () => {
  expect(read(snapraidStatus, answer(433, 0, '1:76:76')).badBlocks).toBe(1)
})

test('an array that was never synced protects nothing', () => {
  const found = read(snapraidStatus, answer(0, 0, '0:0:0', 0))

  expect(found.files).toBe(0)
  expect(found.blocks).toBe(0)
})

test('refuses an answer without its tags, such as that of a locked array', () => {
  expect(() => read(snapraidStatus, '')).toThrow('no summary:has_bad')
  expect(() =>
    read(snapraidStatus, answer(240, 0, '0:0:0').replace(/summary:has_uns.*\n/, '')),
  ).toThrow('no summary:has_unsynced')
})

test('refuses an answer that does not say how much lies on the disks', () => {
  const bare = answer(240, 0, '0:0:0').replace(/summary:disk_block_allocated.*\n/g, '')

  expect(() => read(snapraidStatus, bare)).toThrow('the blocks of no disk')
})

test('another exit status than 0 is no answer: the array is locked while a sync runs', () => {
  expect(snapraidStatus.exits ?? [0]).toEqual([0])
})
