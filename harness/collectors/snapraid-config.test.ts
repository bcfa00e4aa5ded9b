import { expect, test } from 'vitest'
import { snapraidConfig } from './snapraid-config.ts'
import { read } from './text/answer.ts'

const CONF = `# the array
parity /mnt/parity1/a.parity,/mnt/parity2/b.parity
2-parity /mnt/parity3/snapraid.2-parity
content /var/snapraid/snapraid.content
content /mnt/disk1/.snapraid.content
data d1 /mnt/disk1/
disk d2 /mnt/my disk
exclude *.unrecoverable
exclude /lost+found/
block_size 256
`

test('reads levels, splits, lists and disks, old and new words alike', () => {
  expect(read(snapraidConfig, CONF)).toEqual({
    parity: [
      { level: 1, files: ['/mnt/parity1/a.parity', '/mnt/parity2/b.parity'] },
      { level: 2, files: ['/mnt/parity3/snapraid.2-parity'] },
    ],
    content: ['/var/snapraid/snapraid.content', '/mnt/disk1/.snapraid.content'],
    data: [
      { name: 'd1', path: '/mnt/disk1' },
      { name: 'd2', path: '/mnt/my disk' },
    ],
    excludes: ['*.unrecoverable', '/lost+found/'],
    includes: [],
  })
})

test('hidden files left out count as an exclude', () => {
  expect(read(snapraidConfig, `${CONF}nohidden\n`).excludes).toContain('.*')
})

test('refuses a setting that might leave files out', () => {
  expect(() => read(snapraidConfig, `${CONF}ignore /nextcloud/\n`)).toThrow('a setting "ignore"')
})
