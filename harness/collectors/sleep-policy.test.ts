import { expect, test } from 'vitest'
import { sleepPolicy } from './sleep-policy.ts'
import { read } from './text/answer.ts'

const TARGETS = ['sleep', 'suspend', 'hibernate', 'hybrid-sleep', 'suspend-then-hibernate']
  .map((name) => `target ${name}.target masked\n`)
  .join('')

test('what nobody set has the default of logind', () => {
  expect(read(sleepPolicy, `${TARGETS}logind HandleLidSwitch ignore\nslept 2\n`)).toEqual({
    targets: {
      'sleep.target': 'masked',
      'suspend.target': 'masked',
      'hibernate.target': 'masked',
      'hybrid-sleep.target': 'masked',
      'suspend-then-hibernate.target': 'masked',
    },
    logind: {
      IdleAction: 'ignore',
      HandleLidSwitch: 'ignore',
      HandleLidSwitchExternalPower: 'suspend',
      HandleLidSwitchDocked: 'ignore',
    },
    slept: 2,
  })
})

test.each([TARGETS, 'slept 0\n'])('%j is refused', (text) => {
  expect(() => read(sleepPolicy, text)).toThrow()
})
