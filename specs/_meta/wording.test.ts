import { expect, test } from 'vitest'
import { files } from '../../harness/run/load.ts'
import { controls } from '../../harness/run/specs.ts'

const profiles = files('specs/*/document.md').flatMap((path) => path.split('/')[1] ?? [])
const all = await controls(profiles)

test('titles are claims: no should, ensure, verify, check or test', () => {
  const weak = all.filter(({ title }) =>
    /\b(should|ensures?|verif(y|ies)|checks?|tests?) (that|if|whether)\b|^(check|test|verify|ensure)\b/i.test(
      title,
    ),
  )
  expect(weak.map(({ id, title }) => `${id}: ${title}`)).toEqual([])
})

test('no two controls claim the same in the same words', () => {
  const titles = all.map(({ title }) => title)
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
})

test('every remedy tells a person what to do', () => {
  const short = all.filter(({ remedy }) => remedy.split(' ').length < 5)
  expect(short.map(({ id }) => id)).toEqual([])
})

test('every control names the standards it serves, in their own numbering', () => {
  const odd = all.flatMap(({ id, standards }) =>
    standards.length === 0
      ? [`${id}: none`]
      : standards
          .filter((s) => !/^([A-Z]{2}-\d+(\(\d+\))?|CIS(-K8S)?-\d+(\.\d+)+)$/.test(s))
          .map((s) => `${id}: ${s}`),
  )
  expect(odd).toEqual([])
})
