import { expect, test } from 'vitest'
import { talosStrangers } from './talos-strangers.ts'
import { read } from './text/answer.ts'

test('a refusal is told from silence', () => {
  expect(read(talosStrangers, 'cp nobody refused\ncp foreigner silent\nended\n')).toEqual([
    { node: 'cp', who: 'nobody', answer: 'refused' },
    { node: 'cp', who: 'foreigner', answer: 'silent' },
  ])
})

test.each(['cp nobody refused\n', 'cp nobody perhaps\nended\n'])('%j is not understood', (said) => {
  expect(() => read(talosStrangers, said)).toThrow()
})
