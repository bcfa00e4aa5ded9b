import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { traceOf } from '../../harness/run/coverage.ts'
import { files, ROOT } from '../../harness/run/load.ts'
import { controls } from '../../harness/run/specs.ts'

const profiles = files('specs/*/document.md').flatMap((path) => path.split('/')[1] ?? [])

describe.for(profiles)('%s', (profile) => {
  test('every control stands on a statement of its own section', async () => {
    expect((await traceOf(profile)).unknown).toEqual([])
  })

  test('every statement is judged, narrative with a reason, or planned', async () => {
    const { unclaimed, planned } = await traceOf(profile)
    expect(unclaimed.filter((id) => !planned.includes(id))).toEqual([])
  })

  test('the profile says nothing that is no longer so', async () => {
    expect((await traceOf(profile)).stale).toEqual([])
  })

  test('every control has a fault: somebody can see it fail', async () => {
    const missing = (await controls([profile])).flatMap(({ file, id }) => {
      // One file may hold several: a fault is called as its control is.
      const folder = file.replace('specs/', 'fixtures/faults/').replace(/\/[^/]+$/, '')
      const path = `${folder}/${id.split('/')[1]}.fault.ts`
      return existsSync(ROOT + path) ? [] : [`write ${path}`]
    })
    expect(missing).toEqual([])
  })

  test('every fault belongs to a control', async () => {
    const known = new Set((await controls([profile])).map(({ id }) => id))
    const stray = files(`fixtures/faults/${profile}/*/*.fault.ts`).filter(
      (path) =>
        !path.endsWith('.drill.fault.ts') &&
        !known.has(`${profile}/${path.split('/').at(-1)?.split('.')[0]}`),
    )
    expect(stray).toEqual([])
  })
})
