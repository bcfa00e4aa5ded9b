import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestResult } from 'allure-js-commons'
import { onTestFinished } from 'vitest'

/** An empty folder for one test. */
export async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** The results in a folder, by test case. */
export async function resultsIn(dir: string): Promise<ReadonlyMap<string, TestResult>> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('-result.json'))
  const results = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(dir, name), 'utf8')) as TestResult),
  )
  return new Map(results.map((result) => [result.testCaseId ?? '', result]))
}
