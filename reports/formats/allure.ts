import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run } from '../run.ts'
import { AllurePress } from './allure-press.ts'
import { bugOf, resultOf } from './allure-result.ts'
import { sheetOf } from './allure-sheet.ts'
import { AllureWriter } from './allure-writer.ts'

export { isBefore } from './allure-history.ts'
export { AllurePress } from './allure-press.ts'
export { NIGHTS_SHOWN, sheetOf } from './allure-sheet.ts'

/** Writes the results of a run that is at hand as a value, e.g. from run.json: the same as the judge's reporter writes. */
export function writeAllure(run: Run, resultsDir: string): void {
  const { lab, target, startedAt } = run
  new AllureWriter({ resultsDir, lab, target, startedAtMs: Date.parse(startedAt) }).write([
    ...run.verdicts.map(resultOf),
    ...run.broken.map(bugOf),
  ])
}

/**
 * Makes one report of some labs, from their runs alone: what is the same in the runs is the same in the page.
 *
 * @param past earlier runs of the same labs, for the trend
 */
export async function reportOn(
  runs: readonly Run[],
  past: readonly Run[],
  reportDir: string,
): Promise<void> {
  await using press = new AllurePress()
  const work = await mkdtemp(join(tmpdir(), 'plumbline-results-'))
  try {
    const results = runs.map((run, i) => {
      const dir = join(work, String(i))
      writeAllure(run, dir)
      return dir
    })
    await press.print(sheetOf(runs, past), results, reportDir)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
