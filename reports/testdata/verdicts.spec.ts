import { test } from 'vitest'
import type { Judgement } from '../../harness/model/judgement.ts'
import { Unverifiable, Violation } from '../../harness/model/verdict.ts'
import { FAILS, judgement, NOT_APPLICABLE, PASSES, UNVERIFIABLE, WAIVED } from './sample.ts'

/** Tells its verdict as the judge does. */
const judged = (about: Judgement): void =>
  test(about.title, ({ task, skip }) => {
    Object.assign(task.meta, { verdict: about })
    if (about.verdict === 'unverifiable') throw new Unverifiable(about.because)
    if (about.verdict === 'fail') throw new Violation(about.because, about.title, about.offenders)
    if (about.verdict !== 'pass') skip(about.because)
  })

for (const about of [FAILS, UNVERIFIABLE, WAIVED, NOT_APPLICABLE, PASSES]) judged(about)

// Words that Allure decides by when it is left to decide.
for (const [i, because] of [
  'the assertion of the certificate was not readable',
  'AssertionError: expected to pass',
  'skip: passed, expected and actual are equal',
].entries()) {
  judged(judgement({ ...UNVERIFIABLE, id: `zero-trust/words-${i}`, title: `assert ${i}`, because }))
  judged(judgement({ ...FAILS, id: `zero-trust/violated-${i}`, title: `skip ${i}`, because }))
}

test('forgot its verdict', () => {})
test('crashed', () => {
  throw new TypeError('x is not a function')
})

// A pass that is none.
judged(judgement({ id: 'zero-trust/hollow', title: 'asked nobody', evidence: [] }))
judged({ ...PASSES, title: 'has the id of another' })
test('told a pass, then failed', ({ task }) => {
  Object.assign(task.meta, { verdict: judgement({ id: 'zero-trust/contradicted' }) })
  throw new Error('a hook failed')
})
