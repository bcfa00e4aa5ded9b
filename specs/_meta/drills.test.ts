import { describe, expect, test } from 'vitest'
import { drillsOf, selectDrills } from '../../harness/drill/find.ts'
import { documentOf } from '../../harness/run/coverage.ts'
import { files } from '../../harness/run/load.ts'
import { controls } from '../../harness/run/specs.ts'

const profiles = files('specs/*/document.md').flatMap((path) => path.split('/')[1] ?? [])

describe.for(profiles)('drills of %s', (profile) => {
  test('each stands on a statement of its own section', async () => {
    const { sections } = await documentOf(profile)
    const stray = (await drillsOf([profile])).filter(
      ({ section, statement }) =>
        !sections.some(
          ({ slug, statements }) =>
            slug === section && statements.some(({ id }) => id === statement),
        ),
    )
    expect(stray.map(({ file, statement }) => `${file}: ${statement}`)).toEqual([])
  })

  test('each has a defect under which it must not recover, that can be undone after a crash', async () => {
    const missing = (await drillsOf([profile])).filter(({ fault }) => fault?.steps === undefined)
    expect(missing.map(({ file }) => `${file}: write its .drill.fault.ts under fixtures`)).toEqual(
      [],
    )
  })

  test('every such defect belongs to a drill', async () => {
    const known = (await drillsOf([profile])).map(({ file }) => file)
    const stray = files(`fixtures/faults/${profile}/*/*.drill.fault.ts`)
      .map((path) => path.replace('fixtures/faults/', 'specs/').replace('.fault.ts', '.ts'))
      .filter((file) => !known.includes(file))
    expect(stray).toEqual([])
  })

  test('each names controls that are there, and can be told apart', async () => {
    const ids = new Set((await controls(profiles)).map(({ id }) => id))
    const odd = (await drillsOf([profile])).flatMap((drill) => {
      const { breaks = [], hides = [], holds = [], steadyState, stake } = drill
      const parts = [...breaks, ...hides, ...holds]
      return [
        ...[...steadyState, ...(stake?.safeguards ?? [])].filter((id) => !ids.has(id)),
        ...parts.filter((id) => !steadyState.includes(id)),
        ...parts.filter((id, i) => parts.indexOf(id) !== i),
      ].map((id) => `${drill.file}: ${id}`)
    })
    expect(odd).toEqual([])
  })

  test('each can be undone after a crash, whatever it does', async () => {
    const odd = (await drillsOf([profile])).filter(
      ({ method, prepare, recover }) =>
        !method.steps?.every(({ undo }) => undo !== '') ||
        (prepare && !prepare.steps) ||
        (recover && !recover.does.steps),
    )
    expect(odd.map(({ file }) => file)).toEqual([])
  })
})

test('what only a replica has is done to no lab itself', async () => {
  const odd = (await drillsOf(profiles)).flatMap(({ file, notOn, prepare, method, recover }) =>
    [prepare, method, recover?.does]
      .flatMap((action) => action?.steps ?? [])
      // Its drives are files, its guests lie in folders, and its films have numbers.
      .filter(({ does }) => /\/disks\/|\/var\/lib\/lxc\/|film-\d/.test(does))
      .filter(() => notOn?.live === undefined)
      .map(({ does }) => `${file}: ${does}`),
  )
  expect(odd).toEqual([])
})

test('titles are claims, and no two drills have the same', async () => {
  const titles = (await drillsOf(profiles)).map(({ title }) => title)
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  expect(titles.filter((title) => /\b(should|ensure|verify|check|test)\b/i.test(title))).toEqual([])
})

test('a name that is of no drill is answered with the nearest', async () => {
  const known = await drillsOf(profiles)
  expect(() => selectDrills(known, ['media-server-crsh'])).toThrow(
    'did you mean "media-server-crash"',
  )
  expect(selectDrills(known, ['lxc-loss']).map(({ record }) => record)).toContain('lxc-loss')
  expect(selectDrills(known, [])).toHaveLength(known.length)
})
