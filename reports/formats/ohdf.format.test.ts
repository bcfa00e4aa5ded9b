import { convertFileContextual, isContextualizedEvaluation } from 'inspecjs'
import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import { FAILS, sampleRun, UNVERIFIABLE, WAIVED } from '../testdata/sample.ts'
import { against, hasSchema } from '../testdata/schema.ts'
import { format } from './ohdf.format.ts'

const SCHEMA = 'inspec-exec-json.json'

/** What Heimdall would show of each control. */
function shown(run: Run): ReadonlyMap<string, string> {
  const read = convertFileContextual(format.of(run))
  if (!isContextualizedEvaluation(read)) throw new Error('inspecjs reads no evaluation in it')
  const controls = read.contains.flatMap(({ contains }) => contains)
  return new Map(controls.map(({ data, hdf }) => [data.id, hdf.status]))
}

test('a control says what it is about, what was found and what to do', async () => {
  await expect(format.of(sampleRun([FAILS, WAIVED, UNVERIFIABLE]))).toMatchFileSnapshot(
    '../testdata/golden/ohdf.json',
  )
})

test('Heimdall shows what could not be told as not reviewed, and never as passed', () => {
  expect(Object.fromEntries(shown(sampleRun()))).toEqual({
    'zero-trust/media-share-is-mounted': 'Passed',
    'zero-trust/lan-sees-media-only': 'Failed',
    'zero-trust/read-only-media': 'Not Reviewed',
    'zero-trust/proxmox-ui-off-lan': 'Failed',
    'zero-trust/gpu-is-passed': 'Not Applicable',
  })
})

test('no word of a message changes what Heimdall shows', () => {
  const run = hostileRun()
  const statuses = shown(run)

  expect(statuses.size).toBe(run.verdicts.length)
  for (const { id, verdict } of run.verdicts)
    expect([id, statuses.get(id)]).toEqual([
      id,
      {
        pass: 'Passed',
        fail: 'Failed',
        unverifiable: 'Not Reviewed',
        waived: 'Failed',
        'not-applicable': 'Not Applicable',
      }[verdict],
    ])
})

test('a bug of ours is a profile error', () => {
  expect(shown(brokenRun()).get('a-bug-of-ours/0')).toBe('Profile Error')
})

test('its standards are read as controls of NIST', () => {
  const read = convertFileContextual(format.of(sampleRun([FAILS])))
  if (!isContextualizedEvaluation(read)) throw new Error('inspecjs reads no evaluation in it')
  const [control] = read.contains.flatMap(({ contains }) => contains)

  expect(control?.hdf.rawNistTags).toEqual(['SC-7'])
  expect(control?.hdf.severity).toBe('critical')
})

test.skipIf(!hasSchema(SCHEMA))(`it fits InSpec's own schema, ${SCHEMA}`, () => {
  const problems = against(SCHEMA)

  for (const run of [sampleRun(), hostileRun(), brokenRun(), sampleRun([])])
    expect(problems(JSON.parse(format.of(run)))).toEqual([])
})
