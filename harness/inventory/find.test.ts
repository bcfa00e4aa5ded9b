import { expect, test } from 'vitest'
import { findLab, labNames } from './find.ts'
import { inFolder } from './spoil.ts'

test('a reference lab is found by its name', () => {
  expect(labNames()).toContain('zero-trust')
  expect(findLab('zero-trust')).toMatch(/fixtures\/labs\/zero-trust\/lab\.yaml$/)
})

test('a lab of your own is found by its path', async () => {
  await inFolder({ 'mine.yaml': '' }, async (folder) => {
    expect(findLab(`${folder}/mine.yaml`)).toBe(`${folder}/mine.yaml`)
  })
})

test.each([
  ['zero-trsut', 'there is no lab "zero-trsut"; did you mean "zero-trust"?'],
  [
    './absent/lab.yaml',
    './absent/lab.yaml: there is no such file; name a lab.yaml or a reference lab',
  ],
  ['absent.yml', 'absent.yml: there is no such file; name a lab.yaml or a reference lab'],
  ['../labs', '../labs: there is no such file; name a lab.yaml or a reference lab'],
])('%s is refused with what to do', (name, says) => {
  expect(() => findLab(name)).toThrow(says)
})
