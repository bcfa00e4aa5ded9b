import { convertFileContextual, type ExecJSON, isContextualizedEvaluation } from 'inspecjs'
import type { Log } from 'sarif'
import type { Verdict } from '../../harness/model/verdict.ts'
import type { Summary } from '../run.ts'

type Counter = (text: string) => Summary

const summaryOf = (count: (verdict: Verdict) => number): Summary => ({
  pass: count('pass'),
  fail: count('fail'),
  unverifiable: count('unverifiable'),
  waived: count('waived'),
  notApplicable: count('not-applicable'),
})

const matches = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

/** How many verdicts of each kind a file tells of, counted by whatever its readers go by. */
export const COUNTERS: Readonly<Record<string, Counter>> = {
  'junit.xml': (text) => {
    const marked = (element: string, verdict: string) =>
      matches(text, new RegExp(`<${element} type="${verdict}"`, 'g'))
    return {
      pass: matches(text, /<testcase [^>]*\/>/g),
      fail: marked('failure', 'fail'),
      unverifiable: marked('error', 'unverifiable'),
      waived: marked('skipped', 'waived'),
      notApplicable: marked('skipped', 'not-applicable'),
    }
  },

  'ctrf.json': (text) => {
    const { tests } = (JSON.parse(text) as { results: { tests: readonly Ctrf[] } }).results
    const count = (status: string, raw: string) =>
      tests.filter((one) => one.status === status && one.rawStatus === raw).length
    return {
      pass: count('passed', 'pass'),
      fail: count('failed', 'fail'),
      unverifiable: count('other', 'unverifiable'),
      waived: count('skipped', 'waived'),
      notApplicable: count('skipped', 'not-applicable'),
    }
  },

  'ohdf.json': (text) => {
    const read = convertFileContextual(text)
    if (!isContextualizedEvaluation(read)) throw new Error('inspecjs reads no evaluation in it')
    const shown = read.contains
      .flatMap(({ contains }) => contains)
      .map(({ hdf }) => ({
        status: hdf.status,
        waived: Boolean((hdf.wraps as ExecJSON.Control).waiver_data),
      }))
    const count = (status: string, waived = false) =>
      shown.filter((one) => one.status === status && one.waived === waived).length
    return {
      pass: count('Passed'),
      fail: count('Failed'),
      unverifiable: count('Not Reviewed'),
      waived: count('Failed', true),
      notApplicable: count('Not Applicable'),
    }
  },

  'results.sarif': (text) => {
    const results = (JSON.parse(text) as Log).runs[0]?.results ?? []
    const count = (kind: string, suppressed = false) =>
      results.filter((one) => one.kind === kind && 'suppressions' in one === suppressed).length
    return {
      pass: count('pass'),
      fail: count('fail'),
      unverifiable: count('open'),
      waived: count('fail', true),
      notApplicable: count('notApplicable'),
    }
  },

  'oscal-assessment-results.json': (text) => {
    const { 'assessment-results': found } = JSON.parse(text) as Oscal
    const props = found.results.flatMap((one) => one.observations.flatMap((each) => each.props))
    return summaryOf(
      (verdict) =>
        props.filter(({ name, value }) => name === 'verdict' && value === verdict).length,
    )
  },

  'metrics.prom': (text) =>
    summaryOf((verdict) =>
      [...text.matchAll(/^plumbline_controls\{(.*)\} (\d+)$/gm)]
        .filter(([, labels = '']) => labels.includes(`verdict="${verdict}"`))
        .reduce((sum, [, , count]) => sum + Number(count), 0),
    ),

  'compliance.html': (text) =>
    summaryOf((verdict) => matches(text, new RegExp(` data-verdict="${verdict}"`, 'g'))),

  'compliance.md': (text) => {
    const row = /^\| \*\*all\*\* \|(.*)\|$/m.exec(text)?.[1]?.split('|').map(Number) ?? []
    const [fail = -1, unverifiable = -1, waived = -1, pass = -1, notApplicable = -1] = row
    return { pass, fail, unverifiable, waived, notApplicable }
  },
}

interface Ctrf {
  readonly status: string
  readonly rawStatus: string
}

interface Oscal {
  readonly 'assessment-results': {
    readonly results: readonly {
      readonly observations: readonly {
        readonly props: readonly { readonly name: string; readonly value: string }[]
      }[]
    }[]
  }
}
