import { expect, test } from 'vitest'
import { FAILS, judgement, sampleRun, UNVERIFIABLE } from '../../testdata/sample.ts'
import { compliancePage } from './page.ts'

const page = (verdicts = [FAILS, UNVERIFIABLE]) => compliancePage(sampleRun(verdicts))

test('equal runs are equal bytes, and nobody is asked for anything', () => {
  expect(page()).toBe(page())
  expect(page()).not.toMatch(/(?:src|href)=["'](?!#)|@import|url\(/)
  expect(page()).toContain("default-src 'none'")
})

test('what a lab answers is text, never markup', () => {
  const because = '<img src=x onerror=alert(1)> & "quotes"'
  const evil = {
    ...FAILS,
    because,
    title: '</script><script>alert(1)</script>',
    offenders: [because],
  }
  expect(page([evil])).not.toMatch(/<img|<script>alert/)
  expect(page([evil])).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;')
})

test.each([
  [[FAILS], '1 control fails, of 1.', 'exit-2'],
  [[UNVERIFIABLE], '1 could not be verified, of 1.', 'exit-1'],
  [[judgement({ id: 'zero-trust/a' })], 'All 1 control that apply here pass.', 'exit-0'],
  [[], 'Nothing was judged', 'exit-3'],
])('the first sentence is the exit status in words: %#', (verdicts, says, exit) => {
  expect(page(verdicts)).toContain(says)
  expect(page(verdicts)).toContain(`<header class="${exit}">`)
})

test('no word of a message is taken for a verdict', () => {
  const odd = { ...UNVERIFIABLE, because: 'assert: all pass, skip the rest' }
  const [, opened = ''] = page([odd]).match(/<details class="control ([^"]+)"/) ?? []
  expect(opened).toBe('v-unverifiable')
})

test('a statement is as bad as the worst of its controls, and one that nobody judges says so', () => {
  const run = sampleRun([judgement({ id: 'zero-trust/a' }), { ...FAILS, statement: 'ZT-12' }])
  const statements = [
    { id: 'ZT-12', text: 'One.', line: 1 },
    { id: 'ZT-13', text: 'Two.', line: 2, narrative: 'It only introduces.' },
    { id: 'ZT-14', text: 'Three.', line: 3 },
  ]
  const section = { heading: 'A', slug: 'a', path: ['A'], statements }
  const documents = [{ profile: 'zero-trust', title: 'T', sections: [section] }]
  const classes = [
    ...compliancePage({ ...run, documents }).matchAll(/class="statement (s-\S+)" id="(\S+)"/g),
  ]
  expect(classes.map(([, state, id]) => `${id} ${state}`)).toEqual([
    'ZT-12 s-fail',
    'ZT-13 s-narrative',
    'ZT-14 s-unclaimed',
  ])
})

test('with earlier nights and a proof beside it, a control tells of both', () => {
  const run = sampleRun([FAILS])
  const fault = { control: FAILS.id, fault: 'a port was left open', outcome: 'proven' as const }
  const proof = {
    ...{ schema: 'plumbline/proof/1' as const, target: 'containers', lab: 'zero-trust' },
    faults: [{ ...fault, expected: [], failed: [], hidden: [], ms: 1 }],
    ...{ blinds: [], unread: [] },
    summary: { controls: 1, proven: 1, missed: 0, collateral: 0, broken: 0, unprovenHere: [] },
  }
  const night = { ...run, startedAt: '2026-11-20T01:00:00.000Z' }
  const text = compliancePage(run, { proof, nights: [night] })
  expect(text).toContain('a port was left open: proven')
  expect(text).toContain('2026-11-20 fails')
  expect(compliancePage(run, { proof: { ...proof, faults: [] } })).toContain(
    'It is not part of the last proof',
  )
})

test('what lies beside a run and cannot be used is named', () => {
  const unread = ['proof.json: not JSON: is no proof']
  expect(compliancePage(sampleRun(), { unread })).toContain(
    'Not in this page, as it cannot be used: proof.json: not JSON: is no proof',
  )
  expect(compliancePage(sampleRun())).not.toContain('cannot be used')
})

test('the page of two hundred hosts stays one that a browser opens', () => {
  const [one] = FAILS.evidence
  if (!one) throw new Error('the sample has no evidence')
  const evidence = Array.from({ length: 200 }, (_, n) => ({
    ...{ ...one, source: `host-${n}` },
    ask: 'a long line of shell '.repeat(40),
  }))
  const reads = evidence.map(({ source }) => `mounts@${source}`)
  const many = Array.from({ length: 700 }, (_, n) =>
    judgement({ ...FAILS, id: `zero-trust/c-${n}`, evidence, reads }),
  )
  const text = page(many)
  expect(text.length).toBeLessThan(15_000_000)
  expect(text).toContain('and 188 more answers, in run.json')
})
