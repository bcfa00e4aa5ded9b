import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import {
  FAILS,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../testdata/sample.ts'
import { format } from './junit.format.ts'

const schema = await readFile(new URL('../testdata/junit-ant.xsd', import.meta.url), 'utf8')

const problemsOf = async (run: Run) =>
  (await validateXML({ xml: format.of(run), schema })).errors.map(({ message }) => message)

const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length

test('a section is a suite, and an unverifiable control an error', async () => {
  await expect(format.of(sampleRun())).toMatchFileSnapshot('../testdata/golden/junit.xml')
})

test('it is valid whatever the lab says', async () => {
  expect(await problemsOf(sampleRun())).toEqual([])
  expect(await problemsOf(hostileRun())).toEqual([])
  expect(await problemsOf(brokenRun())).toEqual([])
  expect(await problemsOf(sampleRun([]))).toEqual([])
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()
  const xml = format.of(run)
  const { fail, unverifiable, waived, notApplicable } = run.summary

  expect(count(xml, /<testcase /g)).toBe(run.verdicts.length)
  expect(count(xml, /<failure type="fail"/g)).toBe(fail)
  expect(count(xml, /<error type="unverifiable"/g)).toBe(unverifiable)
  expect(count(xml, /<skipped type="waived"/g)).toBe(waived)
  expect(count(xml, /<skipped type="not-applicable"/g)).toBe(notApplicable)
})

test('a bug of ours is an error of its own suite', () => {
  expect(format.of(brokenRun())).toContain('<testsuite name="a bug of ours"')
  expect(format.of(brokenRun())).toContain('<error type="bug" message="x is not a function')
})

test('where nothing was judged, that is an error: what is skipped looks sound', async () => {
  for (const run of [sampleRun([]), sampleRun([NOT_APPLICABLE])]) {
    expect(format.of(run)).toContain('<error type="nothing judged" message="nothing was judged"')
    expect(await problemsOf(run)).toEqual([])
  }
  expect(format.of(sampleRun([WAIVED]))).not.toContain('<error')
})

test('each verdict has one element and no other', () => {
  const elementOf = (one: typeof FAILS) =>
    /<testcase[^>]*>(?:<(\w+))?/.exec(format.of(sampleRun([one])))?.[1]

  expect([FAILS, UNVERIFIABLE, WAIVED, NOT_APPLICABLE].map(elementOf)).toEqual([
    ...['failure', 'error', 'skipped', 'skipped'],
  ])
  expect(format.of(sampleRun([PASSES]))).toMatch(/<testcase [^>]*\/>/)
})
