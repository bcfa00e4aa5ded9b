import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { files, ROOT } from '../../harness/run/load.ts'

const sources = files('{harness,fixtures,specs,reports,ci}/**/*.{ts,mjs,py,sh}').map((path) => ({
  path,
  lines: readFileSync(ROOT + path, 'utf8').split('\n').length - 1,
}))

test('no file is too long to be read in one go', () => {
  expect(sources.filter(({ lines }) => lines > 250)).toEqual([])
})

test('half of the files are short', () => {
  const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
})
