import { describe, expect, test } from 'vitest'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import {
  FAILS,
  judgement,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../testdata/sample.ts'
import { against, hasSchema } from '../testdata/schema.ts'
import { format as results } from './oscal-assessment-results.format.ts'
import { format as catalog } from './oscal-catalog.format.ts'
import { format as component } from './oscal-component-definition.format.ts'

const SCHEMA = 'oscal_complete_schema-1-1-3.json'
const FORMATS = [catalog, component, results]
const RUNS: Readonly<Record<string, () => Run>> = {
  'a run with everything in it': sampleRun,
  'a run whose lab says odd things': hostileRun,
  'a run with a bug of ours': brokenRun,
  'a run that judged nothing': () => sampleRun([]),
  'a run that does not hold its documents': () => {
    const { documents: _, ...run } = sampleRun()
    return run
  },
}

/** Every value of a member of that name, however deep. */
function valuesOf(name: string, value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key === name ? [member] : []),
    ...valuesOf(name, member),
  ])
}

interface Finding {
  readonly target: {
    readonly 'target-id': string
    readonly status: { readonly state: string; readonly reason: string }
  }
}

const findingsOf = (...verdicts: readonly Judgement[]) => {
  const [found = []] = valuesOf('findings', JSON.parse(results.of(sampleRun(verdicts))))
  return (found as readonly Finding[]).map(({ target }) => target.status)
}

test.each(FORMATS)('$file is what it was', async ({ file, of }) => {
  const run = sampleRun([FAILS, UNVERIFIABLE])
  await expect(of(run)).toMatchFileSnapshot(`../testdata/golden/${file}`)
})

test('a statement is satisfied when every control of it passes, and never otherwise', () => {
  const state = (...verdicts: readonly Judgement[]) => findingsOf(...verdicts)
  const other = judgement({ id: 'zero-trust/other' })

  expect(state(PASSES, other)).toEqual([{ state: 'satisfied', reason: 'pass' }])
  expect(state(PASSES, UNVERIFIABLE)).toEqual([{ state: 'not-satisfied', reason: 'unverifiable' }])
  expect(state(PASSES, WAIVED)).toEqual([{ state: 'not-satisfied', reason: 'waived' }])
  expect(state(PASSES, NOT_APPLICABLE)).toEqual([{ state: 'satisfied', reason: 'pass' }])
  expect(state(NOT_APPLICABLE)).toEqual([])
  expect(state({ ...FAILS, statement: 'ZT-12' }, UNVERIFIABLE, PASSES)).toEqual([
    { state: 'not-satisfied', reason: 'fail' },
  ])
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()
  const props = valuesOf('observations', JSON.parse(results.of(run)))
    .flat()
    .flatMap((one) => (one as { readonly props: readonly { name: string; value: string }[] }).props)
  const count = (wanted: string) =>
    props.filter(({ name, value }) => name === 'verdict' && value === wanted).length

  expect({
    pass: count('pass'),
    fail: count('fail'),
    unverifiable: count('unverifiable'),
    waived: count('waived'),
    notApplicable: count('not-applicable'),
  }).toEqual(run.summary)
})

describe.each(Object.entries(RUNS))('%s', (_, make) => {
  const run = make()
  const told = Object.fromEntries(FORMATS.map(({ file, of }) => [file, JSON.parse(of(run))]))
  const own = told[results.file]

  test.skipIf(!hasSchema(SCHEMA))(`fits the schema of NIST, ${SCHEMA}`, () => {
    const problems = against(SCHEMA)
    for (const value of Object.values(told)) expect(problems(value)).toEqual([])
  })

  test('every UUID is there once, and whatever refers to one is answered', () => {
    for (const value of Object.values(told)) {
      const known = valuesOf('uuid', value)
      expect(new Set(known).size).toBe(known.length)
    }
    const known = new Set(valuesOf('uuid', own))
    const asked = ['observation-uuid', 'risk-uuid', 'subject-uuid', 'actor-uuid', 'component-uuid']
    for (const uuid of asked.flatMap((name) => valuesOf(name, own))) expect(known).toContain(uuid)
  })

  test('every name is one of the catalogue, and every address leads somewhere', () => {
    const ids = new Set(valuesOf('id', told[catalog.file]))
    for (const value of Object.values(told))
      for (const id of [
        ...valuesOf('control-id', value),
        ...valuesOf('statement-id', value),
        ...valuesOf('target-id', value),
      ])
        expect(ids).toContain(id)
    const places = new Set([
      ...valuesOf('uuid', own).map((uuid) => `#${uuid}`),
      ...FORMATS.map(({ file }) => file),
      'snapshot.json',
    ])
    for (const value of Object.values(told))
      for (const place of [...valuesOf('href', value), ...valuesOf('source', value)])
        expect(places).toContain(place)
  })
})
