import { expect, test } from 'vitest'
import { packages } from './packages.ts'
import { read } from './text/answer.ts'

test('installed ones are told by their own version', () => {
  const answer =
    'ii  mergerfs 2.33.5-1\nii  samba 2:4.17.12+dfsg-0+deb12u4\nrc  docker.io 20.10.24+dfsg1-1\nun  docker-ce \nlisted\n'
  expect(read(packages, answer)).toEqual([
    { name: 'mergerfs', version: '2.33.5' },
    { name: 'samba', version: '4.17.12' },
  ])
})

test('an answer without its end is cut short', () => {
  expect(() => read(packages, 'ii  mergerfs 2.33.5-1\n')).toThrow('no end')
})
