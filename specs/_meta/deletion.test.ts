import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseDocument } from '../../harness/profile/document.ts'
import { trace } from '../../harness/profile/trace.ts'
import { profileOf } from '../../harness/run/bench.ts'
import { faultsOf } from '../../harness/run/faults.ts'
import { files, ROOT } from '../../harness/run/load.ts'
import { controls } from '../../harness/run/specs.ts'

const profiles = files('specs/*/document.md').flatMap((path) => path.split('/')[1] ?? [])

/** Every fault is read from its file: seconds, on a busy machine. */
const LONG = { timeout: 60_000 }

/** What the tests of traceability hold against a profile. */
const complaints = (...asked: Parameters<typeof trace>): readonly string[] => {
  const { unclaimed, planned, unknown, stale } = trace(...asked)
  return [
    ...unclaimed.filter((id) => !planned.includes(id)),
    ...unknown.map(({ id }) => id),
    ...stale,
  ]
}

test.for(profiles)('a statement that is deleted from %s is missed by name', LONG, async (name) => {
  const text = await readFile(`${ROOT}specs/${name}/document.md`, 'utf8')
  const [about, judging] = [await profileOf(name), await controls([name])]
  const { sections } = parseDocument(text)
  const silent = sections
    .flatMap(({ statements }) => statements)
    .filter(({ line }) => {
      const without = text
        .split('\n')
        .toSpliced(line - 1, 1)
        .join('\n')
      return complaints(parseDocument(without), about, judging).length === 0
    })
  expect(silent).toEqual([])
})

test.for(profiles)('a spec that is deleted from %s is missed by its faults', LONG, async (name) => {
  const faults = await faultsOf([name], [])
  const silent = (await controls([name])).filter(
    ({ id }) => !faults.some(({ control }) => control === id),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})
