import { expect, test } from 'vitest'
import { sampleRun } from '../testdata/sample.ts'
import { overview } from './console-overview.ts'

const plain = { columns: 80, color: false, verbose: false, quiet: false }
const runs = [sampleRun(), { ...sampleRun(), lab: 'a-second-one' }]

test('several runs are told of in a line each, and counted together', () => {
  expect(overview(runs, plain)).toMatchInlineSnapshot(`
    "
    10 verdicts on 2 labs, 2 pass

                     fail    unverifiable    waived    pass    n/a
    zero-trust          1               1         1       1      1
    a-second-one        1               1         1       1      1
    "
  `)
})

test('quiet is one line', () => {
  expect(overview(runs, { ...plain, quiet: true })).toMatchInlineSnapshot(`
    "10 verdicts on 2 labs, 2 pass
    "
  `)
})
