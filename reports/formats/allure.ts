import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Journal } from '../journal.ts'
import type { Run } from '../run.ts'
import { drillsOf } from './allure-drill.ts'
import { AllurePress } from './allure-press.ts'
import { bugOf, resultOf } from './allure-result.ts'
import { sheetOf } from './allure-sheet.ts'
import { AllureWriter } from './allure-writer.ts'

export { pastOf } from './allure-history.ts'
export { AllurePress } from './allure-press.ts'
export { NIGHTS_SHOWN, sheetOf } from './allure-sheet.ts'

/** Writes the results of a run that is at hand as a value, e.g. from run.json: the same as the judge's reporter writes, and its drills. */
export function writeAllure(run: Run, resultsDir: string, journals: readonly Journal[] = []): void {
  const { lab, target, startedAt } = run
  new AllureWriter({ resultsDir, lab, target, startedAtMs: Date.parse(startedAt) }).write([
    ...run.verdicts.map(resultOf),
    ...run.broken.map(bugOf),
    ...journals.filter(({ lab }) => lab === run.lab).flatMap(drillsOf),
  ])
}

/**
 * Makes one report of some labs, from their runs alone: what is the same in the runs is the same in the page.
 *
 * @param past earlier runs of the same labs, for the trend
 * @param journals of their drills: shown beside the verdicts, and no part of them
 */
export async function reportOn(
  runs: readonly Run[],
  past: readonly Run[],
  reportDir: string,
  journals: readonly Journal[] = [],
): Promise<void> {
  await using press = new AllurePress()
  const work = await mkdtemp(join(tmpdir(), 'plumbline-results-'))
  try {
    const results = runs.map((run, i) => {
      const dir = join(work, String(i))
      writeAllure(run, dir, journals)
      return dir
    })
    await press.print(sheetOf(runs, past), results, reportDir)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
