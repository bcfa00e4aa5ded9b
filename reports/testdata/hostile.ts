import type { Judgement } from '../../harness/model/judgement.ts'
import type { Run } from '../run.ts'
import {
  FAILS,
  judgement,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from './sample.ts'

/** What readers of test results like to decide by, and what would break out of a file that is not careful. */
const WORDS = [
  'AssertionError: the assertion of the certificate was not readable',
  'passed: it passes, expected and actual are equal, OK',
  'skip: skipped, pending, todo, waived, not applicable',
  'failed: error, FAIL, violation',
  ']]> </failure></testcase> <!-- --> &amp; &#0; "quoted" \'single\' <img src=x onerror=alert(1)>',
  '| a | b |\n\n```\n</details>\n# heading [link](http://evil.example/) ![x](http://evil.example/y) @someone',
  'bell \u0007, escape \u001b[31m, turned \u202e, half \ud83d, none \ufffe, line \u2028, nul \u0000.',
  '{{ template }} $(shell) %s \\ \\n',
] as const

const kinds = [FAILS, UNVERIFIABLE, WAIVED, NOT_APPLICABLE] as const

/** A run in which every verdict comes with every one of those words, in its reason, its title and its offenders. */
export const hostileRun = (): Run =>
  sampleRun([
    PASSES,
    ...WORDS.flatMap((words, i): readonly Judgement[] => [
      judgement({ id: `zero-trust/passes-${i}`, title: words }),
      ...kinds.map((kind) => ({
        ...kind,
        id: `zero-trust/${kind.verdict}-${i}`,
        title: `${kind.title}: ${words}`,
        because: words,
        remedy: `${words}.`,
        ...(kind.offenders.length > 0 ? { offenders: [{ words }], offendersTotal: 1 } : {}),
        ...(kind.waiver ? { waiver: { ...kind.waiver, because: words } } : {}),
      })),
    ]),
  ])

/** The same with a bug of ours in it. */
export const brokenRun = (): Run =>
  sampleRun([PASSES, FAILS], {
    broken: [{ spec: 'specs/zero-trust/x.spec.ts', message: 'x is not a function: pass, skip' }],
  })
