import { expect, test } from 'vitest'
import { naming } from './naming.ts'

const isRhea = naming([{ name: 'rhea', address: '192.168.20.13', alsoAt: ['fd00::13'] }])

test.each([
  'rhea:/srv',
  '//rhea/media',
  '//RHEA/media',
  'ssh://git@rhea:22/x',
  '192.168.20.13:/srv',
  'addr=192.168.20.13,rw',
  'rhea.lab.home',
  '[fd00::13]:2049',
])('%s names it', (text) => {
  expect(isRhea(text)).toBe(true)
})

test.each(['diarrhea', '192.168.20.130', '1192.168.20.13', 'rhea-backup', ''])(
  '%s does not',
  (text) => {
    expect(isRhea(text)).toBe(false)
  },
)

test('nobody is named by no machine', () => {
  expect(naming([])('rhea')).toBe(false)
})
